package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.NotOpened;
import org.hikeshi.trust.SealedAt;
import org.hikeshi.trust.WrappedKey;

/**
 * Keeps prose of a case closed (design §5): findings, drafts, evidence. Each case has a data key of
 * its own in each service, made when first needed and wrapped by the service's master key. A sealed
 * text opens only at its place: table, column, row. No key is kept in memory, because one made in a
 * transaction that rolled back must not seal anything.
 */
@Singleton
public class CaseSeals {
    private final MasterKey masterKey;
    private final Transactions transactions;

    CaseSeals(MasterKey masterKey, Transactions transactions) {
        this.masterKey = masterKey;
        this.transactions = transactions;
    }

    /** Seals a text for its place, in the transaction of the caller if one runs. */
    public byte[] seal(CaseId caseId, String table, String column, String row, String text) {
        return transactions
                .inTransaction(connection -> madeIfMissing(connection, caseId))
                .seal(text.getBytes(StandardCharsets.UTF_8), SealedAt.of(table, column, row));
    }

    /**
     * @throws NotOpened if it was sealed for another place or case, or the case's key is gone
     */
    public String open(CaseId caseId, String table, String column, String row, byte[] sealed) {
        DataKey key =
                transactions
                        .inTransaction(connection -> find(connection, caseId))
                        .orElseThrow(() -> new IllegalStateException("the case's key is gone"));
        return new String(
                key.open(sealed, SealedAt.of(table, column, row)), StandardCharsets.UTF_8);
    }

    private DataKey madeIfMissing(Connection connection, CaseId caseId) throws SQLException {
        Optional<DataKey> known = find(connection, caseId);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO case_key (case_id, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, caseId.value());
            insert.setBytes(2, masterKey.wrap(DataKey.generate(), place(caseId)).bytes());
            insert.executeUpdate();
        }
        return find(connection, caseId).orElseThrow(); // perhaps another one's, who was faster
    }

    private Optional<DataKey> find(Connection connection, CaseId caseId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT wrapped FROM case_key WHERE case_id = ?")) {
            select.setObject(1, caseId.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                masterKey.unwrap(WrappedKey.of(row.getBytes(1)), place(caseId)))
                        : Optional.empty();
            }
        }
    }

    private static SealedAt place(CaseId caseId) {
        return SealedAt.of("case_key", "wrapped", caseId.toString());
    }
}
