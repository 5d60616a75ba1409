package org.hikeshi.triage.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.events.CaseId;

/**
 * The prose of decisions: assessments, plans, reasons. Sealed with the case's key; every version is
 * kept.
 */
@ApplicationScoped
public class CaseTexts {
    private static final String TABLE = "case_text";
    private static final String COLUMN = "sealed";

    private final Rows rows;
    private final CaseSeals seals;

    CaseTexts(Rows rows, CaseSeals seals) {
        this.rows = rows;
        this.seals = seals;
    }

    /** What a text is: one series of versions per case each. */
    public enum Kind {
        ASSESSMENT,
        PLAN,
        SCORING,
        DEADLINE,
        MARK,
        ESCALATION,
        WAIVER,
        CLOSURE,
        REOPENING,
        OBJECTION,
        EMERGENCY
    }

    /** One version as it was written. */
    public record Version(int revision, String text, java.time.Instant at, String by) {}

    /** Keeps the next version; returns its number, from 1. */
    public int keep(CaseDesk desk, Person person, Kind kind, String text) {
        int revision = revision(desk.caseId(), kind) + 1;
        TextRow row = new TextRow();
        row.id = UUID.randomUUID();
        row.caseId = desk.caseId().value();
        row.kind = kind.name();
        row.revision = revision;
        row.sealed = seals.seal(desk.caseId(), TABLE, COLUMN, row.id.toString(), text);
        row.at = desk.now();
        row.by = person.id().value();
        rows.persist(row);
        return revision;
    }

    /** Number of the newest version; 0 if there is none. */
    public int revision(CaseId caseId, Kind kind) {
        return newest(caseId, kind).map(row -> row.revision).orElse(0);
    }

    public Optional<Version> latest(CaseId caseId, Kind kind) {
        return newest(caseId, kind).map(this::open);
    }

    /** All versions, newest first. */
    public List<Version> all(CaseId caseId, Kind kind) {
        return rows
                .find(
                        "caseId = ?1 and kind = ?2 order by revision desc",
                        caseId.value(),
                        kind.name())
                .stream()
                .map(this::open)
                .toList();
    }

    private Optional<TextRow> newest(CaseId caseId, Kind kind) {
        return rows.find(
                        "caseId = ?1 and kind = ?2 order by revision desc",
                        caseId.value(),
                        kind.name())
                .firstResultOptional();
    }

    private Version open(TextRow row) {
        String text =
                seals.open(new CaseId(row.caseId), TABLE, COLUMN, row.id.toString(), row.sealed);
        return new Version(row.revision, text, row.at, row.by);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<TextRow, UUID> {}
}
