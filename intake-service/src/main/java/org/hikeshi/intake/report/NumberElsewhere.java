package org.hikeshi.intake.report;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.trust.DataKey;

/**
 * The number that an earlier record has in the list it came from. The desk knows a case by it, so
 * it is shown and found; somebody gave it elsewhere, so it never leaves by an event and is sealed
 * like the report's own words.
 */
public final class NumberElsewhere {
    private static final String COLUMN = "number_elsewhere";

    private NumberElsewhere() {}

    /** Under which the request that brought the record in is recognised for ever. */
    public static String requestKey(String number) {
        return "import " + number;
    }

    static void keep(Connection connection, ReportId report, String number, DataKey content)
            throws SQLException {
        byte[] plain = number.getBytes(StandardCharsets.UTF_8);
        Sql.change(
                connection,
                "INSERT INTO number_elsewhere (report_id, number) VALUES (?, ?)",
                report.value(),
                content.seal(plain, ReportSeals.place(COLUMN, report.value())));
    }

    /** Empty for a report that was not brought in. */
    public static Optional<String> of(Connection connection, ReportRows rows, ReportId report)
            throws SQLException {
        Optional<byte[]> sealed =
                Sql.first(
                        connection,
                        "SELECT number FROM number_elsewhere WHERE report_id = ?",
                        row -> row.getBytes(1),
                        report.value());
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        DataKey content = rows.contentKey(connection, report).orElseThrow();
        byte[] plain = content.open(sealed.get(), ReportSeals.place(COLUMN, report.value()));
        return Optional.of(new String(plain, StandardCharsets.UTF_8));
    }
}
