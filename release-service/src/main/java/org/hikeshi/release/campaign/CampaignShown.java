package org.hikeshi.release.campaign;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hikeshi.release.campaign.CampaignState.Step;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its page shows it; words are keys of the page's language.
 *
 * @param acts what this person may do now: nobody sees a button that will be refused
 * @param declares whether this person may say now which units were updated by hand
 * @param own whether this person is the first of the two who are needed
 */
@TemplateData
public record CampaignShown(
        String id,
        String caseId,
        String remediation,
        String models,
        String version,
        String state,
        String channel,
        boolean ota,
        boolean automatic,
        String askedBy,
        boolean own,
        Coverage coverage,
        String failureRate,
        int failureLimit,
        List<StageLine> stages,
        List<Count> devices,
        List<Count> troubles,
        List<StepLine> steps,
        Set<String> acts,
        boolean declares) {

    /** A stage as a line. */
    @TemplateData
    public record StageLine(
            int number,
            String name,
            int total,
            int succeeded,
            int failed,
            int percentDone,
            int success,
            int failure,
            @Nullable Instant openedAt) {}

    /** How many of something; the word is the key's last part. */
    @TemplateData
    public record Count(String word, long number) {}

    /** What was done. */
    @TemplateData
    public record StepLine(String act, String by, boolean itself, Instant at, String reason) {}

    /**
     * @param me staff id of who looks
     * @param roles in which they act on its case
     */
    static CampaignShown of(Overview overview, String me, Set<String> roles) {
        Campaign campaign = overview.campaign();
        return new CampaignShown(
                campaign.id().toString(),
                campaign.caseId().toString(),
                campaign.remediation().toString(),
                overview.models(),
                overview.version(),
                CampaignAnswer.word(campaign.state()),
                CampaignAnswer.word(campaign.channel()),
                campaign.overTheAir(),
                campaign.automatic(),
                campaign.askedBy() == null ? "" : campaign.askedBy(),
                campaign.firstPerson(me),
                overview.coverage(),
                overview.failureRate(),
                overview.failureLimit(),
                overview.stages().stream().map(CampaignShown::line).toList(),
                devices(overview),
                counts(overview.troubles()),
                steps(overview),
                acts(campaign, me, roles),
                campaign.state().offers() && !Collections.disjoint(roles, DeclaringUnits.ROLES));
    }

    public boolean may(String act) {
        return acts.contains(act);
    }

    private static StageLine line(Overview.StageView view) {
        StageRow row = view.row();
        return new StageLine(
                row.number + 1,
                row.name,
                view.counts().total(),
                view.counts().succeeded(),
                view.counts().failed(),
                view.percentDone(),
                row.success,
                row.failure,
                row.openedAt);
    }

    private static List<Count> devices(Overview overview) {
        List<Count> all = new ArrayList<>(counts(overview.devices()));
        if (!all.isEmpty()) {
            all.add(new Count("silent", overview.silent()));
            all.add(new Count("switched-off", overview.switchedOff()));
        }
        return all;
    }

    private static <E extends Enum<E>> List<Count> counts(Map<E, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<E, Long> entry) -> entry.getKey()))
                .map(entry -> new Count(CampaignAnswer.word(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<StepLine> steps(Overview overview) {
        return overview.steps().reversed().stream()
                .map(
                        step ->
                                new StepLine(
                                        step.act(),
                                        step.by(),
                                        step.by().equals(StepRow.ITSELF),
                                        step.at(),
                                        step.reason()))
                .toList();
    }

    private static Set<String> acts(Campaign campaign, String me, Set<String> roles) {
        Set<String> acts = new java.util.HashSet<>();
        for (CampaignAct act : CampaignAct.values()) {
            boolean allowed = !Collections.disjoint(act.roles(), roles);
            boolean legal = campaign.state().on(act, campaign.firstPerson(me)) instanceof Step.To;
            if (allowed && legal) {
                acts.add(act.word());
            }
        }
        return acts;
    }
}
