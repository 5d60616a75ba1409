package org.hikeshi.casefile.operations;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hikeshi.messaging.Transactions;

/** When this service last said something and last heard something. */
@Singleton
class LastHeard {
    private final Transactions transactions;

    LastHeard(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Instant> said() {
        return moment("SELECT time FROM ledger ORDER BY position DESC LIMIT 1");
    }

    /** By the newest event: their ids grow with time (UUIDv7). */
    Optional<Instant> heard() {
        return moment("SELECT heard_at FROM inbox ORDER BY id DESC LIMIT 1");
    }

    private Optional<Instant> moment(String question) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(question);
                            ResultSet row = select.executeQuery()) {
                        return row.next()
                                ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                                : Optional.empty();
                    }
                });
    }
}
