package org.hikeshi.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was kept elsewhere of a case that had ended before its record was imported. The times are
 * those of then; what is null is not known. Nobody is told of it: whatever was owed was owed then.
 *
 * @param importedAt when it was brought in
 * @param by who brought it in
 * @param confirmedAt when a person had read the report
 * @param scoredAt when the severity was fixed
 * @param severity as it was judged then; none if there was no vulnerability
 * @param fixedAt when the fix could be obtained
 * @param publishedAt when it was made public
 * @param closedAt when the case ended
 * @param closure why it ended
 */
public record EarlierRecord(
        Instant importedAt,
        StaffId by,
        @Nullable Instant confirmedAt,
        @Nullable Instant scoredAt,
        @Nullable Severity severity,
        @Nullable Instant fixedAt,
        @Nullable Instant publishedAt,
        Instant closedAt,
        ClosureReason closure) {

    public EarlierRecord {
        Objects.requireNonNull(importedAt, "importedAt");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(closedAt, "closedAt");
        Objects.requireNonNull(closure, "closure");
    }

    /** A fact that follows from a record, with an id that is the same each time. */
    public record Fact(UUID id, Instant at, CaseEvent event) {}

    /**
     * The facts of the case that follow. They are never said: every service that needs them reads
     * them here, so that nothing is asked of anybody and nobody is written to.
     */
    public List<Fact> facts(CaseId caseId, ReportId reportId) {
        List<Fact> facts = new ArrayList<>();
        if (confirmedAt != null) {
            facts.add(
                    fact(confirmedAt, new CaseConfirmed(caseId, reportId, confirmedAt, by, null)));
        }
        if (scoredAt != null && severity != null) {
            Finding finding = severity == Severity.NONE ? Finding.NOT_VALID : Finding.VALID;
            facts.add(
                    fact(
                            scoredAt,
                            new Scored(
                                    caseId,
                                    1,
                                    scoredAt,
                                    finding,
                                    severity,
                                    priority(severity),
                                    List.of(),
                                    by)));
        }
        facts.add(fact(closedAt, new CaseClosed(caseId, 1, closure, null, closedAt, by)));
        return facts;
    }

    private static Fact fact(Instant at, CaseEvent event) {
        String name = "earlier " + event.caseId() + " " + event.type();
        return new Fact(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), at, event);
    }

    private static PriorityLevel priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> PriorityLevel.P1;
            case HIGH -> PriorityLevel.P2;
            case MEDIUM -> PriorityLevel.P3;
            case LOW, NONE, UNKNOWN -> PriorityLevel.P4;
        };
    }
}
