package org.hikeshi.notifier.telling;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.hikeshi.casefile.KnownProducts;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;

/** What letters are written from: the facts of a case as they stand at that moment. */
@Singleton
public class CaseFile {
    private final CaseStore store;
    private final KnownProducts products;
    private final Transactions transactions;

    CaseFile(CaseStore store, KnownProducts products, Transactions transactions) {
        this.store = store;
        this.products = products;
        this.transactions = transactions;
    }

    public CaseFacts facts(CaseId caseId) {
        return transactions.inTransaction(connection -> store.facts(connection, caseId));
    }

    /** Public names of the products by their ids. */
    public Map<String, String> productNames() {
        return products.all().stream()
                .collect(Collectors.toMap(p -> p.id().toString(), p -> p.name().value()));
    }
}
