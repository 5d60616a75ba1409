package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.hikeshi.trust.AuditEntry;

/**
 * Audit rows, written in the transaction of the act they tell of and chained later by the {@link
 * AuditSealer}.
 */
public final class AuditLog {

    /** Records an act, its time kept to the microsecond. One statement. */
    public void record(Connection connection, AuditEntry act) throws SQLException {
        AuditEntry entry = asKept(act);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO audit_entry (actor, action, subject, at, content_hash,"
                                + " sealed_detail, detail_hash) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, entry.actor());
            insert.setString(2, entry.action());
            insert.setString(3, entry.subject());
            insert.setObject(4, entry.at().atOffset(ZoneOffset.UTC));
            insert.setBytes(5, entry.contentHash());
            insert.setBytes(6, entry.sealedDetail());
            insert.setBytes(7, entry.detailHash());
            insert.executeUpdate();
        }
    }

    /** The hash covers the time, so it must be the time that reads back. */
    private static AuditEntry asKept(AuditEntry act) {
        return new AuditEntry(
                act.actor(),
                act.action(),
                act.subject(),
                act.at().truncatedTo(ChronoUnit.MICROS),
                act.sealedDetail());
    }
}
