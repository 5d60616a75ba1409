package org.hikeshi.triage.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationDecided;
import org.hikeshi.events.EscalationDecision;
import org.hikeshi.events.EscalationId;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.EnumWords;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.deadline.Deferring;
import org.jspecify.annotations.Nullable;

/** The CISO acknowledges or decides; without naming one, all open questions of the case. */
@ApplicationScoped
public class DecidingEscalation {
    private final ActingOnCase acting;
    private final CaseTexts texts;

    DecidingEscalation(ActingOnCase acting, CaseTexts texts) {
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * As given.
     *
     * @param decision {@code acknowledged}, {@code go-on}, {@code publish-early} or {@code defer}
     * @param until new instant of publication; needed with {@code defer}
     * @param reason why; needed with every decision but an acknowledgement
     */
    public record Decision(
            @Nullable EscalationId escalationId,
            @Nullable String decision,
            @Nullable Instant until,
            @Nullable String reason) {}

    public Acted decide(Person person, CaseId caseId, Decision decision) {
        return acting.act(
                person, caseId, CaseAct.DECIDE_ESCALATION, desk -> decided(desk, person, decision));
    }

    private Acted decided(CaseDesk desk, Person person, Decision given) throws SQLException {
        Optional<EscalationDecision> decision =
                EnumWords.read(EscalationDecision.class, given.decision());
        if (decision.isEmpty()) {
            return Acted.unknownWord("/decision", EnumWords.of(EscalationDecision.class));
        }
        boolean decides = decision.get() != EscalationDecision.ACKNOWLEDGED;
        String reason = given.reason() == null ? "" : given.reason().strip();
        if (decides && reason.isEmpty()) {
            return Acted.invalid("/reason", "reason-needed");
        }
        List<Escalated> asked = meant(Escalations.open(desk.facts()), given);
        List<Escalated> open = decides ? asked : meant(Escalations.unheard(desk.facts()), given);
        if (open.isEmpty()) {
            return Acted.refused(asked.isEmpty() ? "no-open-escalation" : "already-acknowledged");
        }
        if (decision.get() == EscalationDecision.DEFER) {
            Optional<Acted> refused = Deferring.publication(desk, given.until());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        if (!reason.isEmpty()) {
            texts.keep(desk, person, CaseTexts.Kind.ESCALATION, reason);
        }
        for (Escalated one : open) {
            desk.say(
                    new EscalationDecided(
                            desk.caseId(), one.id(), decision.get(), desk.now(), person.id()));
        }
        return Acted.done();
    }

    private static List<Escalated> meant(List<Escalated> open, Decision given) {
        return open.stream()
                .filter(
                        one ->
                                given.escalationId() == null
                                        || one.id().equals(given.escalationId()))
                .toList();
    }
}
