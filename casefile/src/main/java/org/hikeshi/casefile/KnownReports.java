package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Channel;
import org.hikeshi.events.Language;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.Source;
import org.hikeshi.events.TrackingCode;

/**
 * Which reports a case holds (design §2, merge): those born in it or joined to it, but for those
 * that went on to another one. A function of the set of {@code report-received} and {@code
 * report-joined}, whichever came first.
 */
@Singleton
public class KnownReports {
    private static final String HELD =
            "WITH held AS (SELECT report_id FROM known_report WHERE case_id = ?"
                    + " UNION SELECT report_id FROM joined_report WHERE case_id = ?)"
                    + " SELECT r.* FROM known_report r JOIN held USING (report_id)"
                    + " WHERE NOT EXISTS (SELECT 1 FROM joined_report j"
                    + " WHERE j.report_id = r.report_id AND j.from_case = ?)"
                    + " ORDER BY r.received_at, r.report_id";
    private static final String NEXT =
            "SELECT case_id FROM joined_report WHERE report_id = ? AND from_case = ?";

    KnownReports() {}

    /** The reports that a case holds now, earliest first. */
    public List<KnownReport> of(Connection connection, CaseId caseId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HELD)) {
            for (int at = 1; at <= 3; at++) {
                select.setObject(at, caseId.value());
            }
            List<KnownReport> reports = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reports.add(report(row));
                }
            }
            return reports;
        }
    }

    /** A report, if its receipt was heard of. */
    public Optional<KnownReport> find(Connection connection, ReportId reportId)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM known_report WHERE report_id = ?")) {
            select.setObject(1, reportId.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(report(row)) : Optional.empty();
            }
        }
    }

    /** The case that holds a report now, beginning with one that held it once. */
    public CaseId caseOf(Connection connection, ReportId reportId, CaseId once)
            throws SQLException {
        CaseId now = once;
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            while (true) {
                select.setObject(1, reportId.value());
                select.setObject(2, now.value());
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return now;
                    }
                    now = new CaseId(row.getObject(1, UUID.class));
                }
            }
        }
    }

    private static KnownReport report(ResultSet row) throws SQLException {
        UUID product = row.getObject("product_id", UUID.class);
        return new KnownReport(
                new ReportId(row.getObject("report_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                TrackingCode.of(row.getString("tracking_code")),
                product == null ? null : new ProductId(product),
                PolicyVersion.parse(row.getString("policy_version")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Source.valueOf(row.getString("source")),
                Channel.valueOf(row.getString("channel")),
                Language.valueOf(row.getString("language")),
                row.getBoolean("anonymous"));
    }
}
