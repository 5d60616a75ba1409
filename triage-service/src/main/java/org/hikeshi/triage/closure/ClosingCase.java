package org.hikeshi.triage.closure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.casefile.ToldKind;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.EscalationReason;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.assessment.ToldText;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.EnumWords;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.casework.WordsToReporter;
import org.hikeshi.triage.escalation.Escalations;
import org.hikeshi.triage.milestone.Milestones;
import org.jspecify.annotations.Nullable;

/** Closes a case with a reason and words to its reporters. */
@ApplicationScoped
public class ClosingCase {
    private static final Set<ClosureReason> BY_CISO =
            Set.of(ClosureReason.RISK_ACCEPTED, ClosureReason.UNSUPPORTED);

    private final ActingOnCase acting;
    private final MergingCase merging;
    private final CaseTexts texts;
    private final WordsToReporter words;

    ClosingCase(ActingOnCase acting, MergingCase merging, CaseTexts texts, WordsToReporter words) {
        this.acting = acting;
        this.merging = merging;
        this.texts = texts;
        this.words = words;
    }

    /**
     * As given.
     *
     * @param reason one of the closure reasons, {@code not-reproducible} and so on
     * @param duplicateOf needed with {@code duplicate}
     * @param explanation told to every reporter of the case
     */
    public record Closing(
            @Nullable String reason,
            @Nullable CaseId duplicateOf,
            @Nullable ToldText explanation) {}

    public Acted close(Person person, CaseId caseId, Closing closing) {
        if (!acting.lets(person, caseId, CaseAct.CLOSE, CaseAct.ACCEPT_RISK)) {
            return new Acted.NotFound();
        }
        Optional<ClosureReason> reason = EnumWords.read(ClosureReason.class, closing.reason());
        if (reason.isEmpty()) {
            return Acted.unknownWord("/reason", EnumWords.of(ClosureReason.class));
        }
        ToldText explanation = closing.explanation();
        if (explanation == null || explanation.isEmpty()) {
            return Acted.invalid("/explanation", "explanation-needed");
        }
        if (reason.get() == ClosureReason.DUPLICATE) {
            return closing.duplicateOf() == null
                    ? Acted.invalid("/duplicateOf", "duplicate-of-needed")
                    : merging.merge(person, caseId, closing.duplicateOf(), explanation);
        }
        if (closing.duplicateOf() != null) {
            return Acted.invalid("/duplicateOf", "only-for-duplicates");
        }
        CaseAct act = BY_CISO.contains(reason.get()) ? CaseAct.ACCEPT_RISK : CaseAct.CLOSE;
        return acting.act(
                person, caseId, act, desk -> closed(desk, person, reason.get(), explanation));
    }

    private Acted closed(CaseDesk desk, Person person, ClosureReason reason, ToldText explanation)
            throws SQLException {
        boolean asked =
                Escalations.unheard(desk.facts()).stream()
                        .anyMatch(one -> one.reason() != EscalationReason.BREACH);
        if (asked) {
            return Acted.refused("escalation-open");
        }
        boolean missing = !Milestones.of(desk.facts(), desk.policy()).missing().isEmpty();
        if (reason == ClosureReason.RESOLVED && missing) {
            return Acted.refused("milestones-missing");
        }
        texts.keep(desk, person, CaseTexts.Kind.CLOSURE, explanation.complete().toString());
        words.tell(desk, ToldKind.CLOSURE_REASON, explanation);
        desk.say(
                new CaseClosed(
                        desk.caseId(),
                        desk.facts().nextClosureRevision(),
                        reason,
                        null,
                        desk.now(),
                        person.id()));
        return Acted.done();
    }
}
