package org.hikeshi.triage.absence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.triage.casework.CaseDesk;

/** Says teams together with who of them is away, and again when that has changed. */
@ApplicationScoped
public class TeamAbsences {
    private final Absences absences;

    TeamAbsences(Absences absences) {
        this.absences = absences;
    }

    /** Says who is on a case from now on. */
    public void say(CaseDesk desk, int revision, List<TeamMember> members) throws SQLException {
        List<Absence> away = away(members, desk.now());
        desk.say(
                new TeamChanged(
                        desk.caseId(),
                        revision,
                        members,
                        desk.now(),
                        away.isEmpty() ? null : away));
    }

    /** Says the team again if somebody's absence is not as it was said. */
    public void settle(CaseDesk desk) throws SQLException {
        Optional<TeamChanged> team = desk.facts().team();
        if (team.isPresent()) {
            List<Absence> said =
                    team.get().away().stream()
                            .filter(one -> desk.now().isBefore(one.until()))
                            .toList();
            if (!said.equals(away(team.get().members(), desk.now()))) {
                say(desk, team.get().revision() + 1, team.get().members());
            }
        }
    }

    private List<Absence> away(List<TeamMember> members, Instant now) {
        List<StaffId> staff = members.stream().map(TeamMember::staff).distinct().toList();
        return staff.isEmpty() ? List.of() : absences.of(staff, now);
    }
}
