package org.hikeshi.notifier.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** While somebody of the team is away, who stands in is told what they are told. */
class StandingInTest {
    private static final Policy POLICY = PolicyFile.loadBundled("default").policy();
    private static final StaffId TANAKA = SomeCase.TANAKA;
    private static final StaffId MORI = new StaffId("mori");
    private static final Duration DAY = Duration.ofDays(1);

    private final SomeCase some = new SomeCase();

    private void team(int revision, @Nullable Absence away) {
        some.say(
                new TeamChanged(
                        some.id,
                        revision,
                        List.of(
                                new TeamMember(SomeCase.SATO, StaffRole.SECURITY_OFFICE),
                                new TeamMember(TANAKA, StaffRole.DEVELOPER)),
                        some.now(),
                        away == null ? null : List.of(away)));
    }

    private Absence tomorrow(StaffId deputy) {
        return new Absence(
                TANAKA, deputy, some.now().plus(DAY), some.now().plus(DAY.multipliedBy(3)));
    }

    private Set<String> told(Template template, Instant moment) {
        return told(CaseFacts.of(some.id, some.heard(), List.of()), template, moment);
    }

    private static Set<String> told(CaseFacts facts, Template template, Instant moment) {
        return WhatIsOwed.of(facts, SomeCase.PEOPLE, _ -> POLICY, moment).now().stream()
                .filter(due -> due.template() == template)
                .map(due -> due.recipient().reference())
                .collect(Collectors.toSet());
    }

    @Test
    void theDeputyIsToldThatItHasBegunAndNotBefore() {
        Absence away = tomorrow(MORI);
        team(1, away);

        assertThat(told(Template.ASSIGNED, some.now())).doesNotContain("staff:mori");
        assertThat(
                        WhatIsOwed.of(some.facts(), SomeCase.PEOPLE, _ -> POLICY, some.now())
                                .lookAgain())
                .isPresent()
                .get()
                .satisfies(at -> assertThat(at).isBeforeOrEqualTo(away.from()));
        assertThat(told(Template.ASSIGNED, away.from())).contains("staff:mori", "staff:tanaka");
    }

    @Test
    void aTaskIsToldToTheDeputyWithinTheTimeAlone() {
        Absence away = tomorrow(MORI);
        team(1, away);
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
        assertThat(told(Template.GATE, some.now())).containsExactly("staff:tanaka");
        some.after(DAY);
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
        assertThat(told(Template.GATE, some.now()))
                .containsExactlyInAnyOrder("staff:tanaka", "staff:mori");
    }

    @Test
    void afterTheTimeOnlyTheOneWhoIsBackIsTold() {
        team(1, tomorrow(MORI));
        some.after(DAY.multipliedBy(4));
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
        assertThat(told(Template.GATE, some.now())).containsExactly("staff:tanaka");
    }

    @Test
    void whoseActItWasIsNotToldAsDeputyEither() {
        team(1, tomorrow(MORI));
        some.after(DAY);
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, MORI);
        assertThat(told(Template.GATE, some.now())).containsExactly("staff:tanaka");
    }

    @Test
    void whoLacksTheRoleOrIsUnknownIsNotTold() {
        for (String other : List.of("ono", "nobody-we-know", "tanaka")) {
            var one = new StandingInTest();
            one.team(1, one.tomorrow(new StaffId(other)));
            one.some.after(DAY);
            one.some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
            assertThat(one.told(Template.GATE, one.some.now()))
                    .as(other)
                    .containsExactly("staff:tanaka");
            assertThat(one.told(Template.ASSIGNED, one.some.now()))
                    .as(other)
                    .containsExactlyInAnyOrder("staff:sato", "staff:tanaka");
        }
    }

    @Test
    void takenBackItIsNotOwed() {
        Absence away = tomorrow(MORI);
        team(1, away);
        team(2, null);
        some.after(DAY);
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
        assertThat(told(Template.GATE, some.now())).containsExactly("staff:tanaka");
        assertThat(told(Template.ASSIGNED, some.now())).doesNotContain("staff:mori");
    }

    @Test
    void inAnyOrderTheSameIsOwed() {
        team(1, null);
        team(2, tomorrow(MORI));
        some.after(DAY);
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
        Set<Due> expected = owed(some.heard());
        List<Heard> shuffled = new ArrayList<>(some.heard());
        var random = new Random(20261123);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(shuffled, random);
            assertThat(owed(shuffled)).isEqualTo(expected);
        }
    }

    private Set<Due> owed(List<Heard> heard) {
        return Set.copyOf(
                WhatIsOwed.of(
                                CaseFacts.of(some.id, heard, List.of()),
                                SomeCase.PEOPLE,
                                _ -> POLICY,
                                some.now())
                        .now());
    }
}
