package org.hikeshi.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.policy.Language;
import org.jspecify.annotations.Nullable;

/**
 * Tells reporters prose (A3.2): findings, reasons, workarounds become messages of their
 * conversations, which intake owns. Written as a row in the transaction that decides; {@link
 * TellingIntake} brings it there. Repeating an event id tells nothing twice.
 */
@Singleton
public class TellingReporter {
    private static final String TELL =
            "INSERT INTO telling (event_id, case_id, report_id, kind, sealed, said_at, next_try)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final CaseSeals seals;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    TellingReporter(CaseSeals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * @param reportId who is told; null for every report that the case holds when intake hears it
     * @param eventId of the fact that the text belongs to
     * @param text by language, at least one
     */
    public void tell(
            Connection connection,
            CaseId caseId,
            @Nullable ReportId reportId,
            UUID eventId,
            ToldKind kind,
            Map<Language, String> text)
            throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(TELL)) {
            insert.setObject(1, eventId);
            insert.setObject(2, caseId.value());
            insert.setObject(3, reportId == null ? null : reportId.value(), Types.OTHER);
            insert.setString(4, kind.name());
            insert.setBytes(
                    5,
                    seals.seal(
                            caseId,
                            "telling",
                            "sealed",
                            eventId.toString(),
                            body(reportId, kind, text)));
            insert.setObject(6, now);
            insert.setObject(7, now);
            insert.executeUpdate();
        }
    }

    /** The body of the call, as intake reads it. */
    private String body(@Nullable ReportId reportId, ToldKind kind, Map<Language, String> text) {
        ObjectNode body = json.createObjectNode();
        if (reportId != null) {
            body.put("reportId", reportId.toString());
        }
        body.put("kind", kind.written());
        ObjectNode texts = body.putObject("texts");
        text.forEach((language, one) -> texts.put(language.code(), one));
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of text is JSON", impossible);
        }
    }
}
