package org.hikeshi.triage.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.StaffRole;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.severity.Urgency;

/** Gives a person sight of one case for a time, with a reason and an alarm. */
@ApplicationScoped
public class BreakingGlass {
    private final ActingOnCase acting;
    private final CaseTexts texts;
    private final Duration lasts;

    BreakingGlass(
            ActingOnCase acting,
            CaseTexts texts,
            @ConfigProperty(name = "hikeshi.emergency-access", defaultValue = "PT4H")
                    Duration lasts) {
        this.acting = acting;
        this.texts = texts;
        this.lasts = lasts;
    }

    /**
     * @param reason why it cannot wait, not blank; kept sealed, for those who look at the record
     */
    public Acted take(Person person, CaseId caseId, String reason) {
        return acting.act(person, caseId, CaseAct.BREAK_GLASS, desk -> taken(desk, person, reason));
    }

    private Acted taken(CaseDesk desk, Person person, String reason) throws SQLException {
        if (person.sees(desk.facts(), desk.now())) {
            return Acted.refused("already-seen");
        }
        texts.keep(desk, person, CaseTexts.Kind.EMERGENCY, reason.strip());
        desk.say(
                new GlassBroken(
                        desk.caseId(),
                        person.id(),
                        role(person),
                        desk.now().plus(lasts),
                        desk.now()));
        return Acted.done();
    }

    /** In which of their roles: the first of those that see no case but their own. */
    private static StaffRole role(Person person) {
        Optional<StaffRole> role =
                Arrays.stream(StaffRole.values())
                        .filter(one -> one != StaffRole.UNKNOWN)
                        .filter(one -> person.roles().contains(Urgency.word(one)))
                        .findFirst();
        return role.orElseThrow(() -> new IllegalStateException("the table let nobody in"));
    }
}
