package org.hikeshi.triage.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.Severity;
import org.hikeshi.triage.CaseStory;
import org.hikeshi.triage.facts.CaseFacts;
import org.junit.jupiter.api.Test;

/**
 * Whatever order facts come in, the case stands the same: every permutation of a small case, each
 * service's facts last, and shuffles of a whole one.
 */
class AnyOrderTest {
    private static final Instant NOW = CaseStory.hour(60);

    private final CaseStory story = new CaseStory();

    private static CaseStanding after(List<CaseEvent> heard) {
        CaseFacts facts = CaseFacts.of(List.of());
        for (CaseEvent event : heard) {
            facts = facts.with(event);
        }
        return CaseStanding.of(facts, CaseStory.POLICY, NOW);
    }

    @Test
    void everyOrderOfASmallCase() {
        List<CaseEvent> small =
                List.of(
                        story.received(),
                        story.confirmed(),
                        story.scored(1, Severity.CRITICAL, PriorityLevel.P1),
                        story.scored(2, Severity.HIGH, PriorityLevel.P2),
                        story.verified(),
                        story.fixed(20, story.product, story.other),
                        story.disclosed());
        CaseStanding expected = after(small);
        List<List<CaseEvent>> orders = new ArrayList<>();
        permute(new ArrayList<>(small), 0, orders);

        assertThat(orders).hasSize(5040);
        assertThat(orders).allSatisfy(order -> assertThat(after(order)).isEqualTo(expected));
    }

    @Test
    void eachServiceLast() {
        List<CaseEvent> whole = story.whole();
        CaseStanding expected = after(whole);
        for (String speaker : List.of("intake", "triage", "release", "disclosure")) {
            List<CaseEvent> late = new ArrayList<>(whole);
            late.sort(java.util.Comparator.comparing(one -> says(speaker, one)));
            assertThat(after(late)).as(speaker).isEqualTo(expected);
        }
    }

    @Test
    void shuffled() {
        List<CaseEvent> whole = story.whole();
        CaseStanding expected = after(whole);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<CaseEvent> order = new ArrayList<>(whole);
            Collections.shuffle(order, random);
            assertThat(after(order)).isEqualTo(expected);
        }
    }

    private static boolean says(String speaker, CaseEvent event) {
        return org.hikeshi.events.EventType.of(event.type())
                .orElseThrow()
                .speakers()
                .contains(speaker);
    }

    private static void permute(List<CaseEvent> rest, int from, List<List<CaseEvent>> all) {
        if (from == rest.size()) {
            all.add(List.copyOf(rest));
            return;
        }
        for (int i = from; i < rest.size(); i++) {
            Collections.swap(rest, from, i);
            permute(rest, from + 1, all);
            Collections.swap(rest, from, i);
        }
    }
}
