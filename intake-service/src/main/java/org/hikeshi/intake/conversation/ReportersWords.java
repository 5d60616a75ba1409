package org.hikeshi.intake.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.report.ReportRows;

/** What a reporter writes beside an act, kept in the conversation by the transaction of the act. */
public final class ReportersWords {

    private final ReportRows rows;

    public ReportersWords(ReportRows rows) {
        this.rows = rows;
    }

    /** Whether this very request brought its words before. */
    public boolean known(Connection connection, ReportId report, UUID request) throws SQLException {
        return Messages.reportOf(connection, request).filter(report::equals).isPresent();
    }

    /**
     * Stores the words, also if there are none: that something was decided belongs to the
     * conversation.
     */
    public void put(
            Connection connection,
            ReportId report,
            MessageKind kind,
            String text,
            UUID request,
            Instant now)
            throws SQLException {
        var key = rows.contentKey(connection, report).orElseThrow();
        Messages.put(connection, report, key, NewMessage.written(request, kind, now, text));
    }
}
