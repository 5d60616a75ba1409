package org.hikeshi.intake.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hikeshi.casefile.SeenCases;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.Transactions;
import org.jspecify.annotations.Nullable;

/** What arrived lately, without a word of it. */
public final class ReportList {

    private static final int MOST = 200;
    private static final String LATEST =
            "SELECT r.id, r.tracking_code, r.received_at, r.attended_at,"
                    + " (SELECT count(*) FROM message m WHERE m.report_id = r.id"
                    + " AND m.author = 'reporter' AND m.seen_at IS NULL) AS unread"
                    + " FROM report r WHERE (NOT ? OR r.attended_at IS NULL)%s"
                    + " ORDER BY r.received_at DESC, r.id LIMIT "
                    + MOST;
    private static final String OF_ALL = LATEST.formatted("");

    /* By the case that holds it now, looked up only for those that a case of theirs ever held. */
    private static final String OF_SEEN =
            "WITH mine AS ("
                    + SeenCases.IDS
                    + ") "
                    + LATEST.formatted(
                            " AND r.id IN (SELECT h.report_id FROM report_held h"
                                    + " JOIN report_now n USING (report_id)"
                                    + " WHERE h.case_id IN (SELECT case_id FROM mine)"
                                    + " AND n.case_id IN (SELECT case_id FROM mine))");

    private final Transactions transactions;

    public ReportList(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One report.
     *
     * @param attendedAt when a person took it up, null while it waits
     * @param unread messages of the reporter that nobody of the desk has had on a page
     */
    public record Row(
            String id,
            String code,
            Instant receivedAt,
            @Nullable Instant attendedAt,
            long unread) {}

    /** The latest 200 in cases that this person sees, newest first. */
    List<Row> latest(boolean waitingOnly, SeenCases seen) {
        return transactions.inTransaction(
                connection ->
                        seen.all()
                                ? Sql.list(connection, OF_ALL, ReportList::row, waitingOnly)
                                : ofSeen(connection, waitingOnly, seen));
    }

    private static List<Row> ofSeen(Connection connection, boolean waitingOnly, SeenCases seen)
            throws SQLException {
        return Sql.list(
                connection,
                OF_SEEN,
                ReportList::row,
                seen.staff(),
                connection.createArrayOf("text", seen.roles().toArray(String[]::new)),
                waitingOnly);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("tracking_code"),
                Sql.instant(row, "received_at"),
                Sql.instantOrNull(row, "attended_at"),
                row.getLong("unread"));
    }
}
