package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.system.journey.OutcomeJudge;
import org.hikeshi.system.journey.Promises;
import org.hikeshi.system.journey.PromisesOfE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir Path folder;

    private final Promises promises = PromisesOfE.withConversation();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everybodyIsToldWhatThePolicyPromisesAndNobodyElse() throws Exception {
        Instant start = Instant.now();
        RunningSystem system = Journey.system(SecondsPolicy.e(), "journey-e");
        PlantingDoor door = new PlantingDoor(system.origin(), system.people());
        try (Journey journey = Journey.through(system, door, 7, UNTIL_PUBLICATION)) {
            JourneyLeaks leaks = new JourneyLeaks(journey, door, start);
            CasePageShown page = new CasePageShown(journey);
            promisedByTheForm(door);
            List<Story.Step> steps = new ArrayList<>(journey.story().steps());
            steps.add(PromisesOfE.CONVERSATION, conversation(journey));
            assertThat(steps).hasSize(promises.size());
            for (int i = 0; i < promises.size(); i++) {
                walk(journey, page, i, steps.get(i));
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
            PublishedCsaf.isAccepted(system, folder, 1);
        } finally {
            system.end();
        }
    }

    /** E3.2: a date for a person's word; this policy has no word on law or silence. */
    private static void promisedByTheForm(Door door) {
        String ja = new FormShown(door, "ja").text();
        assertThat(ja)
                .containsPattern(
                        FormShown.CONFIRMATION_JA
                                + " \\d{4}年\\d{1,2}月\\d{1,2}日\\([月火水木金土日]\\) \\d{2}:\\d{2} JST")
                .contains("受付通知", "送信後すぐ")
                .doesNotContain(FormShown.HARBOUR_JA, FormShown.SILENCE_JA, "法的", "秘密に");
        assertThat(new FormShown(door, "en").text())
                .containsPattern(
                        FormShown.CONFIRMATION_EN
                                + " \\w{3} \\d{1,2} \\w{3} \\d{4}, \\d{2}:\\d{2} JST")
                .doesNotContain(FormShown.HARBOUR_EN, FormShown.SILENCE_EN, "legal", "secret");
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

    private void walk(Journey journey, CasePageShown page, int step, Story.Step deed)
            throws Exception {
        LetterRules rules =
                new LetterRules(journey.system().origin(), VULNERABILITY, List.of("Kit Finder"));
        Seen seen = journey.walk(deed, one -> faults(step, one).isEmpty());
        faults(step, seen).forEach(fault -> faults.add(promises.step(step) + ": " + fault));
        seen.letters().forEach(letter -> faults.addAll(rules.faults(letter)));
        journey.caseId()
                .map(id -> page.faults(id, seen.milestones()))
                .ifPresent(shown -> shown.forEach(f -> faults.add(promises.step(step) + ": " + f)));
    }

    private List<String> faults(int step, Seen seen) {
        return OutcomeJudge.faults(promises.of(step), seen.outcome(), OutcomeJudge.NO_EXCUSE);
    }
}
