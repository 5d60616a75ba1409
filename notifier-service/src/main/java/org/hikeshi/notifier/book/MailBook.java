package org.hikeshi.notifier.book;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.notifier.ledger.SentTexts;
import org.hikeshi.notifier.ledger.Template;
import org.jspecify.annotations.Nullable;

/** Reads the ledger. What the reader may not see is not there. */
@Singleton
class MailBook {
    private static final String STATE =
            "CASE WHEN d.id IS NOT NULL THEN lower(d.state)"
                    + " WHEN o.state = 'VOID' THEN 'void'"
                    + " WHEN o.state = 'FAILED' THEN 'not-reachable'"
                    + " WHEN o.state = 'OWED' THEN 'asking'"
                    + " ELSE lower(replace(o.channel, '_', '-')) END";
    private static final String SELECT =
            "SELECT coalesce(d.id, o.id) AS id, o.id AS obligation, o.case_id, o.tracking_code,"
                    + " o.template, o.audience, o.recipient, o.occasion, o.cause, o.caused_at,"
                    + " o.clause, o.language, "
                    + STATE
                    + " AS shown, d.due_at, coalesce(d.attempts, 0) AS attempts, d.reply_code,"
                    + " coalesce(d.settled_at, o.settled_at) AS settled, coalesce(d.round, 1) AS"
                    + " round, d.asked_by, d.id IS NOT NULL AS delivered FROM obligation o LEFT"
                    + " JOIN delivery d ON d.obligation_id = o.id WHERE (? OR o.case_id IN (SELECT"
                    + " case_id FROM %s WHERE staff = ? AND (role IS NULL OR role = ANY"
                    + " (?))) OR (? AND o.audience = 'CUSTOMER'))";

    private final Transactions transactions;
    private final Addressees addressees;
    private final SentTexts texts;

    MailBook(Transactions transactions, Addressees addressees, SentTexts texts) {
        this.transactions = transactions;
        this.addressees = addressees;
        this.texts = texts;
    }

    /**
     * What is looked for; absent parts match everything.
     *
     * @param state one of {@link Entry#state}
     * @param to what somebody typed: tracking code, staff or customer id, address, reference
     */
    record Query(
            @Nullable UUID caseId,
            @Nullable String state,
            @Nullable String to,
            int skip,
            int limit) {}

    /** Newest first. */
    List<Entry> find(Query query, Seeing seeing) {
        var sql = new StringBuilder(select(seeing));
        List<Object> values = new ArrayList<>();
        if (query.caseId() != null) {
            sql.append(" AND o.case_id = ?");
            values.add(query.caseId());
        }
        if (query.state() != null && !query.state().isBlank()) {
            sql.append(" AND ").append(STATE).append(" = ?");
            values.add(query.state());
        }
        if (query.to() != null && !query.to().isBlank()) {
            sql.append(
                    " AND (o.recipient = ANY (?) OR (o.audience = 'REPORTER' AND o.tracking_code ="
                            + " ANY (?)))");
            values.add(addressees.references(query.to()).toArray(String[]::new));
            values.add(addressees.codes(query.to()).toArray(String[]::new));
        }
        sql.append(" ORDER BY o.caused_at DESC, id LIMIT ? OFFSET ?");
        values.add(query.limit());
        values.add(query.skip());
        return transactions.inTransaction(c -> read(c, sql.toString(), seeing, values));
    }

    Optional<Entry.Story> story(UUID id, Seeing seeing) {
        return transactions.inTransaction(
                c ->
                        entry(c, id, seeing)
                                .map(
                                        entry ->
                                                new Entry.Story(
                                                        entry, attempts(c, id), text(entry))));
    }

    /** An entry alone, without what was tried and without its words. */
    Optional<Entry> entry(UUID id, Seeing seeing) {
        return transactions.inTransaction(c -> entry(c, id, seeing));
    }

    private static Optional<Entry> entry(Connection c, UUID id, Seeing seeing) throws SQLException {
        String one = select(seeing) + " AND coalesce(d.id, o.id) = ?";
        return read(c, one, seeing, List.of(id)).stream().findFirst();
    }

    private static String select(Seeing seeing) {
        return SELECT.formatted(seeing.acts() ? "case_actor" : "case_reader");
    }

    private @Nullable String text(Entry entry) {
        return texts.of(new CaseId(entry.caseId()), entry.id()).orElse(null);
    }

    private static List<Entry.Attempt> attempts(Connection c, UUID delivery) {
        try (PreparedStatement select =
                c.prepareStatement(
                        "SELECT number, begun_at, ended_at, outcome, reply_code FROM attempt WHERE"
                                + " delivery_id = ? ORDER BY number")) {
            select.setObject(1, delivery);
            List<Entry.Attempt> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(
                            new Entry.Attempt(
                                    row.getInt(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    instant(row, "ended_at"),
                                    row.getString(4).toLowerCase(Locale.ROOT).replace('_', '-'),
                                    row.getObject(5, Integer.class)));
                }
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException("attempts cannot be read", failed);
        }
    }

    private static List<Entry> read(Connection c, String sql, Seeing seeing, List<Object> values)
            throws SQLException {
        try (PreparedStatement select = c.prepareStatement(sql)) {
            select.setBoolean(1, seeing.allCases());
            select.setString(2, seeing.staff());
            select.setArray(3, c.createArrayOf("text", seeing.roles().toArray(String[]::new)));
            select.setBoolean(4, seeing.customers());
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                select.setObject(
                        i + 5,
                        value instanceof String[] all ? c.createArrayOf("text", all) : value);
            }
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("obligation", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("tracking_code"),
                Template.valueOf(row.getString("template")).number(),
                row.getString("audience").toLowerCase(Locale.ROOT),
                row.getString("recipient"),
                row.getString("occasion").toLowerCase(Locale.ROOT).replace('_', '-'),
                row.getObject("cause", UUID.class),
                row.getObject("caused_at", OffsetDateTime.class).toInstant(),
                row.getString("clause"),
                row.getString("language").toLowerCase(Locale.ROOT),
                row.getString("shown"),
                instant(row, "due_at"),
                row.getInt("attempts"),
                row.getObject("reply_code", Integer.class),
                instant(row, "settled"),
                row.getInt("round"),
                row.getString("asked_by"),
                row.getBoolean("delivered"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
