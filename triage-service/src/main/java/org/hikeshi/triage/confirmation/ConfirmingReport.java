package org.hikeshi.triage.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamMember;
import org.hikeshi.policy.Promises;
import org.hikeshi.triage.absence.TeamAbsences;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.Person;

/** Confirms every report of a case that no person has confirmed yet. */
@ApplicationScoped
public class ConfirmingReport {
    private final ActingOnCase acting;
    private final TeamAbsences absences;

    ConfirmingReport(ActingOnCase acting, TeamAbsences absences) {
        this.acting = acting;
        this.absences = absences;
    }

    public Acted confirm(Person person, CaseId caseId) {
        return acting.act(person, caseId, CaseAct.CONFIRM, desk -> confirmed(desk, person));
    }

    private Acted confirmed(CaseDesk desk, Person person) throws SQLException {
        List<ReportId> read =
                desk.facts().all(CaseConfirmed.class).map(CaseConfirmed::reportId).toList();
        List<ReportReceived> unread =
                desk.facts().reports().stream()
                        .filter(report -> !read.contains(report.reportId()))
                        .toList();
        if (unread.isEmpty()) {
            return Acted.refused("already-confirmed");
        }
        Instant next = Promises.nextWord(desk.policy(), desk.now()).orElse(null);
        for (ReportReceived report : unread) {
            desk.say(
                    new CaseConfirmed(
                            desk.caseId(), report.reportId(), desk.now(), person.id(), next));
        }
        if (desk.facts().team().isEmpty()) {
            TeamMember reader = new TeamMember(person.id(), StaffRole.SECURITY_OFFICE);
            absences.say(desk, 1, List.of(reader));
        }
        return Acted.done();
    }
}
