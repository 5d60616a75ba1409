package org.hikeshi.release.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hikeshi.events.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the API tells it. Words are lower case with hyphens; a number that is not there is
 * zero.
 *
 * @param stage the open one, counted from 1; 0 before the start
 * @param devices latest attempts by state
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignAnswer(
        UUID id,
        UUID remediationId,
        UUID caseId,
        String channel,
        List<String> products,
        String version,
        boolean automatic,
        String state,
        int stage,
        @Nullable String askedBy,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant distributedAt,
        @Nullable Integer distributedPermille,
        CoverageAnswer coverage,
        Map<String, Long> devices,
        Map<String, Long> troubles,
        long silent,
        long switchedOff,
        List<StageAnswer> stages,
        List<StepAnswer> steps) {

    /** Of the affected units in the field, whatever the way to them. */
    @RegisterForReflection
    public record CoverageAnswer(int affected, int safe, int declared, int permille) {}

    /** A stage and its results. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StageAnswer(
            int number,
            String name,
            List<String> groups,
            int percent,
            int success,
            int failure,
            @Nullable Instant openedAt,
            @Nullable Instant passedAt,
            int total,
            int succeeded,
            int failed) {}

    /** What was done; {@code self} is the campaign's own thresholds. */
    @RegisterForReflection
    public record StepAnswer(String act, String ledTo, String by, Instant at, String reason) {}

    static CampaignAnswer of(Overview overview) {
        Campaign campaign = overview.campaign();
        Coverage coverage = overview.coverage();
        return new CampaignAnswer(
                campaign.key(),
                campaign.remediation().value(),
                campaign.caseId().value(),
                word(campaign.channel()),
                campaign.products().stream().map(ProductId::toString).toList(),
                overview.version(),
                campaign.automatic(),
                word(campaign.state()),
                campaign.stage() + 1,
                campaign.askedBy(),
                campaign.createdBy(),
                campaign.createdAt(),
                campaign.startedAt(),
                campaign.distributedAt(),
                campaign.permille(),
                new CoverageAnswer(
                        coverage.affected(),
                        coverage.safe(),
                        coverage.declared(),
                        coverage.permille()),
                words(overview.devices()),
                words(overview.troubles()),
                overview.silent(),
                overview.switchedOff(),
                overview.stages().stream().map(CampaignAnswer::stage).toList(),
                overview.steps().stream().map(CampaignAnswer::step).toList());
    }

    private static StageAnswer stage(Overview.StageView view) {
        StageRow row = view.row();
        StageCounts counts = view.counts();
        return new StageAnswer(
                row.number + 1,
                row.name,
                row.groups,
                row.percent,
                row.success,
                row.failure,
                row.openedAt,
                row.passedAt,
                counts.total(),
                counts.succeeded(),
                counts.failed());
    }

    private static StepAnswer step(Campaigns.Step step) {
        return new StepAnswer(step.act(), word(step.ledTo()), step.by(), step.at(), step.reason());
    }

    private static <E extends Enum<E>> Map<String, Long> words(Map<E, Long> counts) {
        return counts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> word(entry.getKey()),
                                Map.Entry::getValue,
                                Long::sum,
                                TreeMap::new));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
