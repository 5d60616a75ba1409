package org.hikeshi.triage.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.triage.absence.TeamAbsences;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.Person;
import org.jspecify.annotations.Nullable;

/** Sets the whole team of a case. */
@ApplicationScoped
public class SettingTeam {
    private static final int MOST = 50;

    private final ActingOnCase acting;
    private final TeamAbsences absences;

    SettingTeam(ActingOnCase acting, TeamAbsences absences) {
        this.acting = acting;
        this.absences = absences;
    }

    /**
     * As given.
     *
     * @param role as people sign in: {@code security-office}
     */
    public record Member(@Nullable String staff, @Nullable String role) {}

    /**
     * @param revision of the team that this one replaces; 0 if there was none
     */
    public Acted set(Person person, CaseId caseId, int revision, List<Member> members) {
        return acting.act(person, caseId, CaseAct.SET_TEAM, desk -> team(desk, revision, members));
    }

    private Acted team(CaseDesk desk, int revision, List<Member> given) throws SQLException {
        Optional<TeamChanged> before = desk.facts().team();
        int current = before.map(TeamChanged::revision).orElse(0);
        if (current != revision) {
            return new Acted.Stale(current, "", before.map(TeamChanged::at).orElse(desk.now()));
        }
        if (given.isEmpty() || given.size() > MOST) {
            return Acted.invalid("/members", "members-count", MOST);
        }
        Set<TeamMember> members = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Optional<TeamMember> member = read(given.get(i));
            if (member.isEmpty()) {
                return Acted.invalid("/members/" + i, "member-unreadable");
            }
            if (!members.add(member.get())) {
                return Acted.invalid("/members/" + i, "member-doubled");
            }
        }
        if (members.stream().noneMatch(m -> m.role() == StaffRole.SECURITY_OFFICE)) {
            return Acted.invalid("/members", "office-needed");
        }
        List<TeamMember> ordered = given.stream().flatMap(member -> read(member).stream()).toList();
        absences.say(desk, current + 1, ordered);
        return Acted.done();
    }

    private static Optional<TeamMember> read(Member member) {
        if (member.staff() == null || member.role() == null) {
            return Optional.empty();
        }
        try {
            StaffRole role =
                    StaffRole.valueOf(member.role().toUpperCase(Locale.ROOT).replace('-', '_'));
            return role == StaffRole.UNKNOWN
                    ? Optional.empty()
                    : Optional.of(new TeamMember(new StaffId(member.staff()), role));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
