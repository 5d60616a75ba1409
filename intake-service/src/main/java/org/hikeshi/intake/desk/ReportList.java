package org.hikeshi.intake.desk;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.events.CaseId;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.Transactions;
import org.jspecify.annotations.Nullable;

/** What arrived lately, without a word of it. */
public final class ReportList {

    private static final int MOST = 200;
    private static final String LATEST =
            "SELECT r.id, r.case_id, r.tracking_code, r.received_at, r.attended_at,"
                    + " (SELECT count(*) FROM message m WHERE m.report_id = r.id"
                    + " AND m.author = 'reporter' AND m.seen_at IS NULL) AS unread"
                    + " FROM report r WHERE (NOT ? OR r.attended_at IS NULL)"
                    + " ORDER BY r.received_at DESC, r.id LIMIT "
                    + MOST;

    private final Transactions transactions;
    private final CaseAccess cases;

    public ReportList(Transactions transactions, CaseAccess cases) {
        this.transactions = transactions;
        this.cases = cases;
    }

    /**
     * One report.
     *
     * @param attendedAt when a person took it up, null while it waits
     * @param unread messages of the reporter that nobody of the desk has had on a page
     */
    public record Row(
            String id,
            CaseId caseId,
            String code,
            Instant receivedAt,
            @Nullable Instant attendedAt,
            long unread) {}

    /** The latest 200 that this person may see, newest first. */
    List<Row> latest(boolean waitingOnly, SecurityIdentity who) {
        List<Row> all =
                transactions.inTransaction(
                        connection ->
                                Sql.list(
                                        connection,
                                        LATEST,
                                        row ->
                                                new Row(
                                                        row.getString("id"),
                                                        new CaseId(
                                                                row.getObject(
                                                                        "case_id", UUID.class)),
                                                        row.getString("tracking_code"),
                                                        Sql.instant(row, "received_at"),
                                                        Sql.instantOrNull(row, "attended_at"),
                                                        row.getLong("unread")),
                                        waitingOnly));
        return all.stream().filter(row -> cases.maySee(row.caseId(), who)).toList();
    }
}
