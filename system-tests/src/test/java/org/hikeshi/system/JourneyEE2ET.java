package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hikeshi.launcher.demo.Deeds;
import org.hikeshi.launcher.demo.Demo;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A Critical vulnerability under a policy like E, by the public interfaces. After each step: every
 * mail with its addressee, what it must have and must not have; the facts said; the tasks; the
 * milestones, from the catalogue to the CISO's word. The steps behind it are walked to the end: no
 * letter before publication names the vulnerability, and the case ends closed and published.
 */
@Timeout(600)
class JourneyEE2ET {
    private static final List<String> VULNERABILITY =
            List.of("empty session", "空のセッション", "administrator", "認証不備", "CWE-287", "password");

    /** The step at which the words of the vulnerability become public. */
    private static final int PUBLICATION = 14;

    private static final String ASSIGNED = " | 担当のお知らせ / Assigned to you";

    /** What a step must lead to, neither more nor less. */
    private record Expected(
            Set<String> mails, Set<String> facts, Set<String> tasks, Set<String> done) {}

    private static final List<Expected> STEPS =
            List.of(
                    new Expected(Set.of(), Set.of(), Set.of(), Set.of()),
                    new Expected(
                            Set.of(
                                    "finder@example.com | 受付のお知らせ",
                                    "security-office@example.com | 新しい報告 / New report",
                                    "security-office-2@example.com | 新しい報告 / New report"),
                            Set.of(),
                            Set.of(),
                            Set.of()),
                    new Expected(
                            with("finder@example.com | 担当者の確認のお知らせ", assigned()),
                            Set.of("report-received", "case-confirmed", "team-changed"),
                            Set.of("assess: security-office"),
                            Set.of("received", "confirmed")),
                    new Expected(
                            Set.of(
                                    "finder@example.com | 調査結果のお知らせ",
                                    "ciso@example.com | 即時報告: 判断のお願い / Escalation: your decision is"
                                            + " asked",
                                    "security-office@example.com" + ASSIGNED,
                                    "security-office-2@example.com" + ASSIGNED),
                            Set.of("scored", "escalated"),
                            Set.of(
                                    "draft-advisory: security-office",
                                    "escalation-decision: ciso",
                                    "plan: security-office"),
                            Set.of("received", "confirmed", "scored")),
                    new Expected(
                            Set.of(),
                            Set.of("escalation-decided"),
                            Set.of(
                                    "draft-advisory: security-office",
                                    "escalation-decision: ciso",
                                    "plan: security-office"),
                            Set.of("received", "confirmed", "scored")));

    private static Stream<String> assigned() {
        return Stream.of(
                        "communications",
                        "developer",
                        "developer-2",
                        "it-operations",
                        "legal",
                        "qa",
                        "security-office-2")
                .map(person -> person + "@example.com" + ASSIGNED);
    }

    private static Set<String> with(String one, Stream<String> others) {
        return Stream.concat(Stream.of(one), others).collect(Collectors.toSet());
    }

    @Test
    void everybodyIsToldWhatThePolicyPromises() throws Exception {
        try (Journey journey = Journey.under(SecondsPolicy.e(), "journey-e")) {
            LetterRules rules =
                    new LetterRules(
                            journey.system().origin(), VULNERABILITY, List.of("Kit Finder"));
            Iterator<Story.Step> steps = journey.story().steps().iterator();
            for (Expected expected : STEPS) {
                Journey.Seen seen = journey.walk(steps.next());
                assertThat(seen.mails()).as("%s", seen).isEqualTo(expected.mails());
                assertThat(Set.copyOf(seen.facts())).as("%s", seen).isEqualTo(expected.facts());
                assertThat(seen.tasks()).as("%s", seen).isEqualTo(expected.tasks());
                assertThat(
                                seen.milestones().entrySet().stream()
                                        .filter(one -> one.getValue().equals("done"))
                                        .map(java.util.Map.Entry::getKey))
                        .as("%s", seen)
                        .containsExactlyInAnyOrderElementsOf(expected.done());
                seen.letters().forEach(rules::hold);
            }
            for (int step = STEPS.size(); steps.hasNext(); step++) {
                Journey.Seen seen = journey.walk(steps.next());
                if (step < PUBLICATION) {
                    seen.letters().forEach(rules::hold);
                }
            }
            closedAndPublic(journey);
        }
    }

    /** The end of the story, as staff and as the public see it. */
    private static void closedAndPublic(Journey journey) throws IOException {
        Deeds deeds = journey.story().deeds();
        JsonObject whole = deeds.office().seenBy("security-office");
        assertThat(whole.getString("stage")).isEqualTo("closed");
        assertThat(whole.getJsonArray("missing")).isEmpty();
        String publicId = deeds.press().read("security-office").getString("publicId");
        for (String file : List.of("", ".ja", ".en", ".txt")) {
            String path = "/advisories/" + publicId + file;
            assertThat(
                            Demo.door(
                                            journey.system().origin().toString(),
                                            journey.system().people())
                                    .expect(
                                            Door.Call.of(null, "GET", path, null)
                                                    .with("Accept", "*/*"))
                                    .text())
                    .as(path)
                    .contains(publicId, deeds.model());
        }
    }
}
