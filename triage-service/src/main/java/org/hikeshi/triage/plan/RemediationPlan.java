package org.hikeshi.triage.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.hikeshi.events.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * A remediation plan as in the API.
 *
 * @param deliverable what will be handed out: firmware, configuration, a document…
 * @param owner staff id of who answers for it
 * @param warnBy {@code SA} or {@code SN}: how users are warned
 * @param targets dates that are to be kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemediationPlan(
        @Nullable String deliverable,
        @Nullable String owner,
        @Nullable String summary,
        @Nullable String warnBy,
        @Nullable List<Target> targets) {

    /**
     * @param clock {@code mitigation} or {@code fix}
     * @param productId null for all products
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Target(
            @Nullable String clock, @Nullable ProductId productId, @Nullable Instant dueAt) {}

    static final RemediationPlan EMPTY = new RemediationPlan(null, null, null, null, null);

    List<Target> targetsOrNone() {
        return targets == null ? List.of() : targets;
    }
}
