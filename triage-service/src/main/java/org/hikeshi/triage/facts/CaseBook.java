package org.hikeshi.triage.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.UnreadableEvent;

/** Where facts are written, once each, and read as a set. Inside the caller's transaction. */
@ApplicationScoped
public class CaseBook {
    private static final EventCodec CODEC = new EventCodec();
    private static final String DECISION = "desk:";
    private static final List<String> PEOPLE =
            List.of(EventType.TEAM_CHANGED.ceType(), EventType.GLASS_BROKEN.ceType());
    private static final String WRITE =
            "INSERT INTO case_fact (id, case_id, kind, at, value)"
                    + " VALUES (:id, :caseId, :kind, :at, :value) ON CONFLICT DO NOTHING";

    private final Rows rows;
    private final ObjectMapper json;

    CaseBook(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** An event; the same id a second time is the same fact. */
    public void write(UUID id, CaseEvent event, Instant at) {
        String value = new String(CODEC.encode(event), StandardCharsets.UTF_8);
        write(id, event.caseId(), event.type(), at, value);
    }

    /** An event heard, in the very bytes in which it was said. */
    public void write(UUID id, CaseEvent event, Instant at, byte[] said) {
        write(id, event.caseId(), event.type(), at, new String(said, StandardCharsets.UTF_8));
    }

    /** A decision that stays here. */
    public void write(CaseId caseId, DeskFact decision) {
        try {
            write(
                    UUID.randomUUID(),
                    caseId,
                    DECISION + decision.getClass().getSimpleName(),
                    decision.at(),
                    json.writeValueAsString(decision));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a decision is ids and codes", impossible);
        }
    }

    /** All facts of a case, and of those that were merged into it. */
    public CaseFacts read(CaseId caseId) {
        Set<CaseEvent> events = new LinkedHashSet<>();
        Set<DeskFact> decisions = new LinkedHashSet<>();
        for (FactRow row : rows(caseId)) {
            if (row.kind.startsWith(DECISION)) {
                decisions.add(decision(row));
            } else {
                events.add(event(row));
            }
        }
        return new CaseFacts(events, decisions);
    }

    /**
     * Only the facts by which somebody sees a case: few, and asked for in the same way whether
     * there is such a case or not, so that the time of an answer says little about it.
     */
    public CaseFacts people(CaseId caseId) {
        Set<CaseEvent> events = new LinkedHashSet<>();
        rows.list("caseId = ?1 and kind in ?2", caseId.value(), PEOPLE)
                .forEach(row -> events.add(event(row)));
        return new CaseFacts(events, Set.of());
    }

    /** The same as lines of a story, oldest first. */
    public List<Line> lines(CaseId caseId) {
        return rows(caseId).stream()
                .sorted(Comparator.comparing((FactRow row) -> row.at).thenComparing(row -> row.id))
                .map(row -> new Line(row.at, code(row.kind), tree(row)))
                .toList();
    }

    /**
     * One fact in time.
     *
     * @param code an event's short name, or {@code assessed}, {@code planned} and so on
     * @param value its fields; ids, codes and dates
     */
    public record Line(Instant at, String code, JsonNode value) {}

    private List<FactRow> rows(CaseId caseId) {
        List<FactRow> all = new ArrayList<>();
        Set<CaseId> seen = new LinkedHashSet<>();
        Deque<CaseId> waiting = new ArrayDeque<>(List.of(caseId));
        while (!waiting.isEmpty()) {
            CaseId next = waiting.pop();
            if (!seen.add(next)) {
                continue;
            }
            for (FactRow row : rows.list("caseId", next.value())) {
                boolean decided = row.kind.startsWith(DECISION);
                if (!decided && event(row) instanceof ReportJoined joined) {
                    waiting.add(joined.fromCase());
                }
                if (next.equals(caseId) || (!decided && Merged.counts(event(row)))) {
                    all.add(row);
                }
            }
        }
        return all;
    }

    private static String code(String kind) {
        return kind.startsWith(DECISION)
                ? kind.substring(DECISION.length()).toLowerCase(Locale.ROOT)
                : EventType.of(kind).map(EventType::shortName).orElse(kind);
    }

    private JsonNode tree(FactRow row) {
        try {
            return json.readTree(row.value);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored fact cannot be read", unreadable);
        }
    }

    private void write(UUID id, CaseId caseId, String kind, Instant at, String value) {
        rows.getEntityManager()
                .createNativeQuery(WRITE)
                .setParameter("id", id)
                .setParameter("caseId", caseId.value())
                .setParameter("kind", kind)
                .setParameter("at", at)
                .setParameter("value", value)
                .executeUpdate();
    }

    private static CaseEvent event(FactRow row) {
        try {
            return (CaseEvent) CODEC.decode(row.kind, row.value.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableEvent unreadable) {
            throw new IllegalStateException("a stored fact cannot be read", unreadable);
        }
    }

    private DeskFact decision(FactRow row) {
        String name = row.kind.substring(DECISION.length());
        Class<? extends DeskFact> type =
                switch (name) {
                    case "Assessed" -> DeskFact.Assessed.class;
                    case "Planned" -> DeskFact.Planned.class;
                    case "Waived" -> DeskFact.Waived.class;
                    case "ClosureUpheld" -> DeskFact.ClosureUpheld.class;
                    default -> throw new IllegalStateException("unknown decision " + name);
                };
        try {
            return json.readValue(row.value, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored decision cannot be read", unreadable);
        }
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<FactRow, UUID> {}
}
