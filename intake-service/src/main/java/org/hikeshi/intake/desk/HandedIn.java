package org.hikeshi.intake.desk;

import io.quarkus.qute.TemplateData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.sql.Sql;

/**
 * That a report did not come by itself (A2-contact): its own time stands beside when it was
 * entered.
 *
 * @param door {@code staff}, or {@code import} for an earlier record
 * @param source as in the API, {@code internal-test}
 */
@TemplateData
public record HandedIn(String door, String source, Instant at, String by) {

    static Optional<HandedIn> of(Connection connection, ReportId report) throws SQLException {
        return Sql.first(
                connection,
                "SELECT door, source, entered_at, entered_by FROM report"
                        + " WHERE id = ? AND entered_at IS NOT NULL",
                row ->
                        new HandedIn(
                                row.getString(1),
                                row.getString(2).toLowerCase(Locale.ROOT).replace('_', '-'),
                                Sql.instant(row, "entered_at"),
                                row.getString(4)),
                report.value());
    }
}
