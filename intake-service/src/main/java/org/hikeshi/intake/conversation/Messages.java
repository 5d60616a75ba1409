package org.hikeshi.intake.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.SealedAt;

/** The table of messages; the words in it are sealed with the content key of their report. */
final class Messages {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String SELECT =
            "SELECT id, kind, said_at, answer_by, staff, seen_at, texts FROM message WHERE ";

    private Messages() {}

    /**
     * Stores a message once.
     *
     * @return false if its id is there already
     */
    static boolean put(Connection connection, ReportId report, DataKey key, NewMessage message)
            throws SQLException {
        NewMessage.ToldToAll toldToAll = message.toldToAll();
        return Sql.change(
                        connection,
                        "INSERT INTO message (id, report_id, author, kind, said_at, answer_by,"
                                + " staff, texts, told_case, told_event) VALUES (?, ?, ?,"
                                + " ?, ?, ?::timestamptz, ?, ?, ?::uuid, ?::uuid)"
                                + " ON CONFLICT DO NOTHING",
                        message.id(),
                        report.value(),
                        message.kind().fromDesk() ? "desk" : "reporter",
                        message.kind().name(),
                        message.at(),
                        message.answerBy(),
                        message.staff(),
                        key.seal(json(message.texts()), place(message.id())),
                        toldToAll == null ? null : toldToAll.caseId().value(),
                        toldToAll == null ? null : toldToAll.event())
                == 1;
    }

    /** The whole conversation, oldest first. */
    static List<Message> of(Connection connection, ReportId report, DataKey key)
            throws SQLException {
        return Sql.list(
                connection,
                SELECT + "report_id = ? ORDER BY said_at, id",
                row -> read(row, key),
                report.value());
    }

    /** One message, if it is of this report. */
    static Optional<Message> one(Connection connection, ReportId report, UUID id, DataKey key)
            throws SQLException {
        return Sql.first(
                connection,
                SELECT + "report_id = ? AND id = ?",
                row -> read(row, key),
                report.value(),
                id);
    }

    /** Where the words of one kind lie that all reports of a case were told last. */
    static Optional<Told> toldLast(Connection connection, CaseId caseId, MessageKind kind)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT report_id, id, told_event FROM message WHERE told_case = ? AND kind = ?"
                        + " ORDER BY said_at DESC, id LIMIT 1",
                row ->
                        new Told(
                                new ReportId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)),
                caseId.value(),
                kind.name());
    }

    /** One reporter's message that others of the case have too. */
    record Told(ReportId report, UUID message, UUID event) {}

    /** Whose a message is. */
    static Optional<ReportId> reportOf(Connection connection, UUID id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT report_id FROM message WHERE id = ?",
                row -> new ReportId(row.getObject(1, UUID.class)),
                id);
    }

    /** Notes that the other side has them on its page now. */
    static void seen(Connection connection, ReportId report, boolean byReporter, Instant now)
            throws SQLException {
        Sql.change(
                connection,
                "UPDATE message SET seen_at = ? WHERE report_id = ? AND author = ?"
                        + " AND seen_at IS NULL",
                now,
                report.value(),
                byReporter ? "desk" : "reporter");
    }

    private static Message read(ResultSet row, DataKey key) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Message(
                id,
                MessageKind.valueOf(row.getString("kind")),
                Sql.instant(row, "said_at"),
                Sql.instantOrNull(row, "answer_by"),
                row.getString("staff"),
                row.getObject("seen_at") != null,
                texts(key.open(row.getBytes("texts"), place(id))));
    }

    private static SealedAt place(UUID id) {
        return SealedAt.of("message", "texts", id.toString());
    }

    private static byte[] json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsBytes(new TreeMap<>(texts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        }
    }

    private static Map<String, String> texts(byte[] json) {
        try {
            return JSON.readValue(
                    new String(json, StandardCharsets.UTF_8), new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was sealed as JSON is JSON", impossible);
        }
    }
}
