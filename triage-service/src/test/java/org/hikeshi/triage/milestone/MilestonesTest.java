package org.hikeshi.triage.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.FixVerdict;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.Severity;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.triage.CaseStory;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.facts.DeskFact;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private final CaseStory story = new CaseStory();

    private Milestones of(CaseFacts facts) {
        return Milestones.of(facts, CaseStory.POLICY);
    }

    private CaseFacts scored() {
        return CaseFacts.of(
                List.of(
                        story.received(),
                        story.confirmed(),
                        story.scored(1, Severity.HIGH, PriorityLevel.P2)));
    }

    @Test
    void nothingIsMissingAtTheEndOfTheStory() {
        Milestones all = of(CaseFacts.of(story.whole()));

        assertThat(all.missing()).isEmpty();
        assertThat(all.stage()).isEqualTo(MilestoneName.CLOSED);
    }

    @Test
    void aProductMilestoneIsReachedWhenEveryProductHasIt() {
        CaseFacts half = scored().with(story.fixed(20, story.product));

        assertThat(of(half).reached(MilestoneName.PATCH_READY)).isFalse();
        assertThat(of(half).stage()).isEqualTo(MilestoneName.SCORED);
        assertThat(of(half.with(story.fixed(22, story.other))).stage())
                .isEqualTo(MilestoneName.PATCH_READY);
    }

    @Test
    void notValidAsksForNoRemedyAndNoPublication() {
        CaseFacts invalid =
                CaseFacts.of(
                        List.of(
                                story.received(),
                                story.confirmed(),
                                story.scored(1, Severity.NONE, PriorityLevel.P4)));

        assertThat(of(invalid).missing()).isEmpty();
        assertThat(of(invalid).all())
                .filteredOn(one -> one.name() == MilestoneName.DISCLOSED)
                .extracting(Milestone::reason)
                .containsExactly("not-valid");
    }

    @Test
    void aFixIsNoMitigationWhereThePolicyAsksForNone() {
        CaseFacts fixed = scored().with(story.fixed(20, story.product));
        Policy without = PolicyFile.loadBundled("individual-ota").policy();

        assertThat(state(fixed, CaseStory.POLICY)).isEqualTo(Milestone.State.DONE);
        assertThat(state(fixed, without)).isEqualTo(Milestone.State.NOT_APPLICABLE);
        assertThat(state(fixed.with(story.mitigated(story.product)), without))
                .as("but one that was made is shown")
                .isEqualTo(Milestone.State.DONE);
    }

    private Milestone.State state(CaseFacts facts, Policy policy) {
        return Milestones.of(facts, policy)
                .find(MilestoneName.MITIGATED, story.product)
                .orElseThrow()
                .state();
    }

    @Test
    void aFixThatDoesNotHoldIsNone() {
        CaseFacts broken =
                CaseFacts.of(story.whole())
                        .with(
                                new FixChecked(
                                        story.caseId,
                                        story.report,
                                        FixVerdict.NOT_FIXED,
                                        CaseStory.hour(45)));

        assertThat(of(broken).missing())
                .extracting(Milestone::name)
                .contains(MilestoneName.PATCH_READY, MilestoneName.DISTRIBUTED)
                .doesNotContain(MilestoneName.MITIGATED, MilestoneName.DISCLOSED);
        assertThat(of(broken.with(story.fixed(48, story.product, story.other))).missing())
                .extracting(Milestone::name)
                .doesNotContain(MilestoneName.PATCH_READY);
    }

    @Test
    void whatTheCisoWaivedIsNotMissing() {
        CaseFacts waived =
                scored().with(
                                new DeskFact.Waived(
                                        MilestoneName.MITIGATED,
                                        story.product,
                                        CaseStory.hour(6),
                                        CaseStory.OFFICE));

        assertThat(of(waived).find(MilestoneName.MITIGATED, story.product))
                .map(Milestone::state)
                .contains(Milestone.State.WAIVED);
        assertThat(of(waived).find(MilestoneName.MITIGATED, story.other))
                .map(Milestone::state)
                .contains(Milestone.State.DUE);
    }
}
