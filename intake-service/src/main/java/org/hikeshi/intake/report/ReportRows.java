package org.hikeshi.intake.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SignedReceipt;
import org.jspecify.annotations.Nullable;

/** The table of reports. A report is one row, sealed parts and wrapped keys included. */
public final class ReportRows {

    private static final String INSERT =
            "INSERT INTO report (id, case_id, tracking_code, received_at, policy_version, language,"
                    + " door, reachable, identity_key, identity, content_key, content, receipt,"
                    + " receipt_signature, receipt_key, idempotency_key, idempotency_bound)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String SELECT =
            "SELECT id, case_id, tracking_code, received_at, policy_version, language, reachable,"
                    + " key_generation, content_key, receipt, receipt_signature, receipt_key,"
                    + " idempotency_bound FROM report WHERE ";

    /** The door of earlier records; the number each had before keeps being recognised. */
    private static final String IMPORT = "import";

    private final ReportSeals seals;

    public ReportRows(MasterKey masterKey) {
        this.seals = new ReportSeals(masterKey);
    }

    /** An earlier request of the same name, with what it was bound to. */
    record Bound(StoredReport report, byte[] boundTo) {}

    /**
     * Inserts a report.
     *
     * @return false if its code or its request's key is taken; nothing was changed
     */
    boolean insert(Connection connection, StoredReport stored, Submission of, @Nullable Marks marks)
            throws SQLException {
        UUID id = stored.id().value();
        DataKey content = of.upload().contentKey();
        byte[] identity = identity(of.report());
        DataKey identityKey = DataKey.generate();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setObject(2, stored.caseId().value());
            insert.setString(3, stored.trackingCode().value());
            insert.setObject(4, stored.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, stored.policyVersion());
            insert.setString(6, stored.language());
            insert.setString(7, of.channel() == org.hikeshi.events.Channel.FORM ? "form" : "api");
            insert.setBoolean(8, stored.reachable());
            boolean known = identity.length > 0;
            insert.setBytes(9, known ? seals.wrap(identityKey, "identity_key", id) : null);
            insert.setBytes(
                    10,
                    known ? identityKey.seal(identity, ReportSeals.place("identity", id)) : null);
            insert.setBytes(11, seals.wrap(content, "content_key", id));
            insert.setBytes(
                    12,
                    content.seal(
                            ReportJson.contentBytes(of.report()),
                            ReportSeals.place("content", id)));
            insert.setBytes(
                    13, content.seal(stored.receipt().bytes(), ReportSeals.place("receipt", id)));
            insert.setBytes(14, stored.receipt().ed25519());
            insert.setString(15, stored.receipt().keyId());
            insert.setBytes(16, marks == null ? null : marks.key());
            insert.setBytes(17, marks == null ? null : marks.bound());
            return insert.executeUpdate() == 1;
        }
    }

    /** Notes beside a report that staff handed it in, when, and from where. */
    void enter(Connection connection, ReportId id, Provenance from, Instant now)
            throws SQLException {
        Sql.change(
                connection,
                "UPDATE report SET door = ?, source = ?, entered_at = ?, entered_by = ?,"
                        + " attended_at = ?::timestamptz WHERE id = ?",
                from.earlier() == null ? "staff" : IMPORT,
                from.source().name(),
                now,
                from.staff(),
                from.earlier() == null ? null : from.earlier().closedAt(),
                id.value());
    }

    /** How many reports wait for a person. */
    public long waiting(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT count(*) FROM report WHERE attended_at IS NULL",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /** Whose key opens a report, without opening anything. */
    public record KeyState(UUID id, int generation) {}

    /** By tracking code; a text that is no code is looked for like any other. */
    public Optional<KeyState> keyState(Connection connection, String code) throws SQLException {
        return Sql.first(
                connection,
                "SELECT id, key_generation FROM report WHERE tracking_code = ?",
                row -> new KeyState(row.getObject(1, UUID.class), row.getInt(2)),
                code);
    }

    public Optional<StoredReport> byId(Connection connection, ReportId id) throws SQLException {
        return one(connection, "id = ?", id.value()).map(Bound::report);
    }

    /** The same, locked until the transaction ends: what is decided about a report takes turns. */
    public Optional<StoredReport> lock(Connection connection, ReportId id) throws SQLException {
        return one(connection, "id = ? FOR UPDATE", id.value()).map(Bound::report);
    }

    /** The key that seals whatever is said in and about a report, apart from who said it. */
    public Optional<DataKey> contentKey(Connection connection, ReportId id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT content_key FROM report WHERE id = ?",
                row -> seals.unwrap(row.getBytes(1), "content_key", id.value()),
                id.value());
    }

    Optional<Bound> byRequest(Connection connection, byte[] keyMark) throws SQLException {
        return one(connection, "idempotency_key = ?", keyMark);
    }

    /**
     * Who reported; {@link Report.Reporter#NOBODY} if that was never known or is forgotten. The
     * caller puts the read on record.
     */
    public Optional<Report.Reporter> reporter(Connection connection, ReportId report)
            throws SQLException {
        return sealed(connection, report, "identity_key", "identity")
                .map(
                        plain ->
                                plain.length == 0
                                        ? Report.Reporter.NOBODY
                                        : ReportJson.reporterOf(plain));
    }

    /** What was reported, as canonical JSON without the reporter. */
    public byte[] content(Connection connection, ReportId report) throws SQLException {
        return sealed(connection, report, "content_key", "content").orElseThrow();
    }

    /** The whole report as canonical JSON again; the caller is the reporter. */
    public byte[] canonical(Connection connection, StoredReport report) throws SQLException {
        byte[] content = content(connection, report.id());
        byte[] identity = sealed(connection, report.id(), "identity_key", "identity").orElseThrow();
        return ReportJson.joined(content, identity, report.language());
    }

    /** Plaintext of a sealed column, empty bytes where nothing is sealed. */
    private Optional<byte[]> sealed(
            Connection connection, ReportId report, String keyColumn, String column)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT " + keyColumn + ", " + column + " FROM report WHERE id = ?")) {
            select.setObject(1, report.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] wrapped = row.getBytes(1);
                return Optional.of(
                        wrapped == null
                                ? new byte[0]
                                : seals.unwrap(wrapped, keyColumn, report.value())
                                        .open(
                                                row.getBytes(2),
                                                ReportSeals.place(column, report.value())));
            }
        }
    }

    /** After its time the key is free again. */
    static int releaseKeys(Connection connection, Instant before) throws SQLException {
        return Sql.change(
                connection,
                "UPDATE report SET idempotency_key = NULL, idempotency_bound = NULL"
                        + " WHERE idempotency_key IS NOT NULL AND door <> ?"
                        + " AND coalesce(entered_at, received_at) < ?",
                IMPORT,
                before);
    }

    private Optional<Bound> one(Connection connection, String condition, Object value)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            select.setObject(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private Bound read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        DataKey content = seals.unwrap(row.getBytes("content_key"), "content_key", id);
        byte[] receipt = content.open(row.getBytes("receipt"), ReportSeals.place("receipt", id));
        byte[] bound = row.getBytes("idempotency_bound");
        StoredReport report =
                new StoredReport(
                        new ReportId(id),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        TrackingCode.of(row.getString("tracking_code")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("policy_version"),
                        row.getString("language"),
                        row.getBoolean("reachable"),
                        row.getInt("key_generation"),
                        new SignedReceipt(
                                receipt,
                                row.getBytes("receipt_signature"),
                                row.getString("receipt_key")));
        return new Bound(report, bound == null ? new byte[0] : bound);
    }

    private static byte[] identity(Report report) {
        return report.reporter().equals(Report.Reporter.NOBODY)
                ? new byte[0]
                : ReportJson.identityBytes(report.reporter());
    }
}
