package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.hikeshi.launcher.demo.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Critical vulnerability under a policy like E, by the public interfaces. After each step: every
 * mail with its addressee, what it must have and must not have; the facts said; the tasks; the
 * milestones. So far from the catalogue to the CISO's word; the steps behind it follow.
 */
@Timeout(600)
class JourneyEE2ET {
    private static final List<String> VULNERABILITY =
            List.of("empty session", "空のセッション", "administrator", "認証不備", "CWE-287", "password");
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
        }
    }
}
