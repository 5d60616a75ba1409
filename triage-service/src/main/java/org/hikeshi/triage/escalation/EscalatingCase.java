package org.hikeshi.triage.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationId;
import org.hikeshi.events.EscalationReason;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.Person;
import org.jspecify.annotations.Nullable;

/** A person on the case asks the CISO. */
@ApplicationScoped
public class EscalatingCase {
    private static final List<String> REASONS = List.of("legal", "person");

    private final ActingOnCase acting;
    private final CaseTexts texts;

    EscalatingCase(ActingOnCase acting, CaseTexts texts) {
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * @param reason {@code legal} for a legal or personal-data risk, else {@code person}
     * @param question what the CISO is to decide; for the house alone
     */
    public Acted escalate(
            Person person, CaseId caseId, @Nullable String reason, @Nullable String question) {
        return acting.act(
                person,
                caseId,
                CaseAct.ESCALATE,
                desk -> escalated(desk, person, reason, question));
    }

    private Acted escalated(
            CaseDesk desk, Person person, @Nullable String reason, @Nullable String question)
            throws SQLException {
        if (reason == null || !REASONS.contains(reason)) {
            return Acted.unknownWord("/reason", REASONS);
        }
        if (question == null || question.isBlank()) {
            return Acted.invalid("/question", "reason-needed");
        }
        texts.keep(desk, person, CaseTexts.Kind.ESCALATION, question.strip());
        EscalationReason why =
                reason.equals("legal") ? EscalationReason.LEGAL : EscalationReason.PERSON;
        desk.say(new Escalated(desk.caseId(), EscalationId.random(), why, desk.now()));
        return Acted.done();
    }
}
