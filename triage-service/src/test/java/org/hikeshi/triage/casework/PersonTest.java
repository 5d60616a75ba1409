package org.hikeshi.triage.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
    void emergencyAccessEndsByItself() {
        Instant end = NOW.plusSeconds(3600);
        CaseFacts facts =
                CaseFacts.of(List.of(new GlassBroken(CASE, LEGAL.id(), StaffRole.LEGAL, end, NOW)));
        assertThat(LEGAL.sees(facts, end.minusNanos(1))).isTrue();
        assertThat(LEGAL.sees(facts, end)).isFalse();
        assertThat(new Person(new StaffId("qa"), Set.of("qa")).sees(facts, NOW)).isFalse();
    }
}
