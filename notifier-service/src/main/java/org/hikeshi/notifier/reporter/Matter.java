package org.hikeshi.notifier.reporter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.ProductId;
import org.hikeshi.notifier.approved.ApprovedWords.Approved;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.notifier.telling.Heard;

/**
 * All a letter to a reporter is written from.
 *
 * @param about the fact it tells
 * @param names public names of products by their ids
 * @param others receipts of the case that a duplicate belongs to
 * @param published the approved text of which the letter says that it is public
 */
record Matter(
        Owing owing,
        CaseFacts facts,
        Heard about,
        Map<String, String> names,
        CaseFacts others,
        Optional<Approved> published) {

    /** A product as customers call it; its id as long as the catalogue was not heard. */
    String name(ProductId product) {
        return names.getOrDefault(product.toString(), product.toString());
    }

    List<String> namesOf(Stream<ProductId> products) {
        return products.distinct().map(this::name).toList();
    }

    /** Whether the reader's report was joined to a case that was there before it. */
    boolean joined() {
        return facts.reports().stream()
                .filter(known -> !known.report().caseId().equals(facts.id()))
                .map(known -> new Recipient.Reporter(known.report().reportId()))
                .anyMatch(owing.recipient()::equals);
    }
}
