package org.hikeshi.triage.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case in the staff API. Instants are UTC; words are those of the contract. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        String caseId,
        String number,
        List<String> trackingCodes,
        String policyVersion,
        Instant receivedAt,
        String state,
        String stage,
        List<MilestoneView> milestones,
        List<Missing> missing,
        Action nextAction,
        WhoseTurn whoseTurn,
        @Nullable String severity,
        @Nullable PriorityView priority,
        List<VulnerabilityView> vulnerabilities,
        List<String> marks,
        List<ClockView> clocks,
        List<Member> team,
        List<EscalationView> escalations,
        @Nullable ClosureView closure,
        List<Moment> timeline) {

    /** One milestone, perhaps of one product. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MilestoneView(
            String name,
            @Nullable String product,
            String state,
            @Nullable Instant at,
            String reason) {}

    /** A milestone that has still to come before the case can be closed as resolved. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Missing(String milestone, @Nullable String product) {}

    /**
     * @param path where to do it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(String code, String role, @Nullable Instant dueAt, String path) {}

    /** Whose turn it is, and since when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WhoseTurn(String party, @Nullable Instant since) {}

    /** The order of work and why. */
    public record PriorityView(String level, List<String> reasons) {}

    /**
     * @param score the one that sets the band
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VulnerabilityView(
            String id,
            @Nullable String cwe,
            @Nullable String cvss31,
            @Nullable BigDecimal score,
            String severity,
            List<AffectedView> affected) {}

    /** A product and its versions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AffectedView(String productId, @Nullable String name, String versions) {}

    /**
     * @param trackingCode of the report it runs for, if it runs per report
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockView(
            String clock,
            @Nullable String product,
            @Nullable String trackingCode,
            String clause,
            String kind,
            Instant startedAt,
            String startedBy,
            @Nullable Instant dueAt,
            @Nullable Instant stoppedAt,
            String stoppedBy,
            String state,
            boolean individual) {}

    /**
     * Somebody on the case.
     *
     * @param away null if they are here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(String staff, String role, @Nullable Away away) {}

    /**
     * Now or later.
     *
     * @param until from when on they are back
     * @param deputy who stands in; null if nobody does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Away(Instant from, Instant until, @Nullable String deputy) {}

    /**
     * @param decision null while it is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EscalationView(
            String id,
            String reason,
            Instant at,
            boolean acknowledged,
            @Nullable String decision) {}

    /** How it ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClosureView(String reason, Instant at, String by, @Nullable String duplicateOf) {}

    /**
     * @param detail codes and ids of the fact
     */
    public record Moment(Instant at, String code, Map<String, String> detail) {}
}
