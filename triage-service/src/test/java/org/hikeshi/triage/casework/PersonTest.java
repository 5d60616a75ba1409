package org.hikeshi.triage.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.triage.facts.CaseFacts;
import org.junit.jupiter.api.Test;

/** Design §2, need to know. */
class PersonTest {
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");
    private static final CaseId CASE = CaseId.random();
    private static final Person LEGAL = new Person(new StaffId("legal"), Set.of("legal"));

    @Test
    void theTeamSeesTheCaseAndOthersDoNot() {
        CaseFacts facts =
                CaseFacts.of(
                        List.of(
                                new TeamChanged(
                                        CASE,
                                        1,
                                        List.of(new TeamMember(LEGAL.id(), StaffRole.LEGAL)),
                                        NOW)));
        assertThat(LEGAL.sees(facts, NOW)).isTrue();
        assertThat(new Person(new StaffId("qa"), Set.of("qa")).sees(facts, NOW)).isFalse();
    }

    @Test
    void officeCisoAndAuditorSeeEveryCase() {
        for (String role : List.of("security-office", "ciso", "auditor")) {
            Person person = new Person(new StaffId("somebody"), Set.of(role));
            assertThat(person.sees(CaseFacts.of(List.of()), NOW)).as(role).isTrue();
        }
    }

    @Test
    void anAuditorReadsEveryCaseAndActsByTheTeamAlone() {
        Person both = new Person(STAND_IN.id(), Set.of("qa", "developer", "auditor"));
        CaseFacts nobodys = CaseFacts.of(List.of());
        assertThat(both.sees(nobodys, NOW)).isTrue();
        assertThat(both.mayActOn(nobodys, NOW)).isFalse();
        assertThat(both.rolesOn(nobodys, NOW)).containsExactly("auditor");
        CaseFacts others = away("legal", new TeamMember(QA, StaffRole.QA));
        assertThat(both.mayActOn(others, NOW)).isFalse();
        assertThat(both.rolesOn(others, NOW)).containsExactly("auditor");
        CaseFacts asDeputy = away("qa-2", new TeamMember(QA, StaffRole.QA));
        assertThat(both.mayActOn(asDeputy, NOW)).isTrue();
        assertThat(both.rolesOn(asDeputy, NOW)).containsExactly("qa");
        CaseFacts theirs = away("legal", new TeamMember(both.id(), StaffRole.QA));
        assertThat(both.mayActOn(theirs, NOW)).isTrue();
        assertThat(both.rolesOn(theirs, NOW)).isEqualTo(both.roles());
    }

    @Test
    void emergencyAccessEndsByItself() {
        Instant end = NOW.plusSeconds(3600);
        CaseFacts facts =
                CaseFacts.of(List.of(new GlassBroken(CASE, LEGAL.id(), StaffRole.LEGAL, end, NOW)));
        assertThat(LEGAL.sees(facts, end.minusNanos(1))).isTrue();
        assertThat(LEGAL.sees(facts, end)).isFalse();
        assertThat(new Person(new StaffId("qa"), Set.of("qa")).sees(facts, NOW)).isFalse();
    }

    private static final StaffId QA = new StaffId("qa");
    private static final Person STAND_IN = new Person(new StaffId("qa-2"), Set.of("qa"));

    private static CaseFacts away(String deputy, TeamMember... members) {
        Absence away = new Absence(QA, new StaffId(deputy), NOW, NOW.plusSeconds(60));
        Absence deputys =
                new Absence(new StaffId("qa-2"), new StaffId("qa-3"), NOW, NOW.plusSeconds(60));
        return CaseFacts.of(
                List.of(new TeamChanged(CASE, 1, List.of(members), NOW, List.of(away, deputys))));
    }

    @Test
    void aDeputySeesAndActsExactlyWhileTheAbsenceLasts() {
        CaseFacts facts = away("qa-2", new TeamMember(QA, StaffRole.QA));
        for (Instant outside : List.of(NOW.minusNanos(1), NOW.plusSeconds(60))) {
            assertThat(STAND_IN.sees(facts, outside)).isFalse();
            assertThat(STAND_IN.mayActOn(facts, outside)).isFalse();
        }
        for (Instant within : List.of(NOW, NOW.plusSeconds(60).minusNanos(1))) {
            assertThat(STAND_IN.sees(facts, within)).isTrue();
            assertThat(STAND_IN.mayActOn(facts, within)).isTrue();
        }
    }

    @Test
    void aDeputyWithoutTheRoleHasNothing() {
        CaseFacts facts = away("qa-2", new TeamMember(QA, StaffRole.QA));
        assertThat(new Person(STAND_IN.id(), Set.of("legal")).sees(facts, NOW)).isFalse();
        CaseFacts inAnother = away("qa-2", new TeamMember(QA, StaffRole.LEGAL));
        assertThat(STAND_IN.sees(inAnother, NOW)).isFalse();
    }

    @Test
    void theDeputyOfADeputyHasNothing() {
        CaseFacts facts = away("qa-2", new TeamMember(QA, StaffRole.QA));
        assertThat(new Person(new StaffId("qa-3"), Set.of("qa")).sees(facts, NOW)).isFalse();
    }

    @Test
    void theDeputyOfSomebodyWhoIsNotOnTheTeamHasNothing() {
        CaseFacts facts = away("qa-2", new TeamMember(LEGAL.id(), StaffRole.QA));
        assertThat(STAND_IN.sees(facts, NOW)).isFalse();
    }

    @Test
    void oneOwnsNotTheRightOfBeingOnesOwnDeputy() {
        CaseFacts facts = away("qa", new TeamMember(LEGAL.id(), StaffRole.QA));
        assertThat(new Person(QA, Set.of("qa")).sees(facts, NOW)).isFalse();
    }

    @Test
    void aDeputyActsInTheRolesOfTheAbsentOneAlone() {
        Person both = new Person(STAND_IN.id(), Set.of("qa", "developer", "it-operations"));
        CaseFacts facts = away("qa-2", new TeamMember(QA, StaffRole.QA));
        assertThat(both.rolesOn(facts, NOW)).containsExactly("qa");
        CaseFacts onTheTeam =
                away(
                        "qa-2",
                        new TeamMember(QA, StaffRole.QA),
                        new TeamMember(both.id(), StaffRole.DEVELOPER));
        assertThat(both.rolesOn(onTheTeam, NOW)).isEqualTo(both.roles());
        Person office = new Person(STAND_IN.id(), Set.of("qa", "security-office"));
        assertThat(office.rolesOn(facts, NOW)).isEqualTo(office.roles());
    }
}
