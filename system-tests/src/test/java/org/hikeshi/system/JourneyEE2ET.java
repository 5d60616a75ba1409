package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.system.journey.OutcomeJudge;
import org.hikeshi.system.journey.Promises;
import org.hikeshi.system.journey.PromisesOfE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A Critical vulnerability under a policy like E, by the public interfaces. After each step: every
 * mail with its addressee and language, what it must have and must not have; the facts said; the
 * tasks; the milestones; the public files. What must be is written in {@link PromisesOfE}.
 *
 * <p>Every field for prose holds a word of its own, and before publication, and again in the end,
 * {@link JourneyLeaks} looks for them everywhere.
 */
@Timeout(600)
class JourneyEE2ET {
    private static final List<String> VULNERABILITY =
            List.of("empty session", "空のセッション", "administrator", "認証不備", "CWE-287", "password");

    /** So long that the agreement is looked at before a warning of the date comes. */
    private static final Duration UNTIL_PUBLICATION = Duration.ofSeconds(25);

    private final Promises promises = PromisesOfE.withConversation();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everybodyIsToldWhatThePolicyPromisesAndNobodyElse() throws Exception {
        Instant start = Instant.now();
        RunningSystem system = Journey.system(SecondsPolicy.e(), "journey-e");
        PlantingDoor door = new PlantingDoor(system.origin(), system.people());
        try (Journey journey = Journey.through(system, door, 7, UNTIL_PUBLICATION)) {
            JourneyLeaks leaks = new JourneyLeaks(journey, door, start);
            List<Story.Step> steps = new ArrayList<>(journey.story().steps());
            steps.add(PromisesOfE.CONVERSATION, conversation(journey));
            assertThat(steps).hasSize(promises.size());
            for (int i = 0; i < promises.size(); i++) {
                walk(journey, i, steps.get(i));
                if (i == PromisesOfE.CONVERSATION) {
                    faults.addAll(leaks.beforePublication());
                    assertThat(journey.look("the scan's own mail").letters()).hasSize(1);
                }
            }
            JsonObject whole = journey.story().deeds().office().seenBy("security-office");
            assertThat(whole.getString("stage")).isEqualTo("closed");
            assertThat(whole.getJsonArray("missing")).isEmpty();
            faults.addAll(leaks.inTheEnd());
            assertThat(faults).isEmpty();
        } finally {
            system.launcher().end();
        }
    }

    /** With everything ready for publication, and no date set, both sides write. */
    private static Story.Step conversation(Journey journey) {
        return new Story.Step(
                "報告者と窓口がメッセージを交わします",
                "The reporter writes and the desk answers",
                () -> {
                    journey.story().deeds().finder().writes("What can I do until then?");
                    String report = journey.received().orElseThrow().reportId().toString();
                    journey.door()
                            .post(
                                    "security-office",
                                    "/api/v1/conversations/" + report + "/messages",
                                    new JsonObject().put("text", "Keep the page closed."));
                });
    }

    private void walk(Journey journey, int step, Story.Step deed) throws Exception {
        LetterRules rules =
                new LetterRules(journey.system().origin(), VULNERABILITY, List.of("Kit Finder"));
        Journey.Seen seen = journey.walk(deed, one -> faults(step, one).isEmpty());
        faults(step, seen).forEach(fault -> faults.add(promises.step(step) + ": " + fault));
        seen.letters().forEach(letter -> faults.addAll(rules.faults(letter)));
    }

    private List<String> faults(int step, Journey.Seen seen) {
        return OutcomeJudge.faults(promises.of(step), seen.outcome(), OutcomeJudge.NO_EXCUSE);
    }
}
