package org.hikeshi.notifier.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;

/** What was handed over, word by word, sealed with the key of its case. No address is in it. */
@ApplicationScoped
public class SentTexts {
    private static final String TABLE = "sent_text";

    private final CaseSeals seals;
    private final Transactions transactions;

    SentTexts(CaseSeals seals, Transactions transactions) {
        this.seals = seals;
        this.transactions = transactions;
    }

    /** In the transaction in which the delivery is settled. */
    void keep(CaseId caseId, UUID delivery, String text) {
        byte[] sealed = seals.seal(caseId, TABLE, "sealed", delivery.toString(), text);
        transactions.doInTransaction(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO sent_text (delivery_id, sealed) VALUES (?, ?)"
                                            + " ON CONFLICT DO NOTHING")) {
                        insert.setObject(1, delivery);
                        insert.setBytes(2, sealed);
                        insert.executeUpdate();
                    }
                });
    }

    /** The words of a delivery; empty if none of it was taken by a server. */
    public Optional<String> of(CaseId caseId, UUID delivery) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT sealed FROM sent_text WHERE delivery_id = ?")) {
                        select.setObject(1, delivery);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(
                                            seals.open(
                                                    caseId,
                                                    TABLE,
                                                    "sealed",
                                                    delivery.toString(),
                                                    row.getBytes(1)))
                                    : Optional.empty();
                        }
                    }
                });
    }
}
