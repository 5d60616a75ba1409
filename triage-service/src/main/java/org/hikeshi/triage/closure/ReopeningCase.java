package org.hikeshi.triage.closure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hikeshi.casefile.ToldKind;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.ReopeningReason;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.assessment.ToldText;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.EnumWords;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.casework.WordsToReporter;
import org.hikeshi.triage.facts.DeskFact;
import org.hikeshi.triage.standing.CaseStanding;
import org.jspecify.annotations.Nullable;

/** Opens a closed case again, or upholds its closure against an objection. */
@ApplicationScoped
public class ReopeningCase {
    private static final List<String> OUTCOMES = List.of("upheld", "reopened");

    private final ActingOnCase acting;
    private final CaseTexts texts;
    private final WordsToReporter words;

    ReopeningCase(ActingOnCase acting, CaseTexts texts, WordsToReporter words) {
        this.acting = acting;
        this.texts = texts;
        this.words = words;
    }

    /**
     * As given.
     *
     * @param reason {@code not-fixed}, {@code objection}, {@code our-error} or {@code new-evidence}
     * @param explanation told to every reporter
     */
    public record Reopening(@Nullable String reason, @Nullable ToldText explanation) {}

    /**
     * As given.
     *
     * @param outcome {@code upheld} or {@code reopened}
     */
    public record Answer(@Nullable String outcome, @Nullable ToldText explanation) {}

    public Acted reopen(Person person, CaseId caseId, Reopening given) {
        if (!acting.lets(person, caseId, CaseAct.REOPEN)) {
            return new Acted.NotFound();
        }
        Optional<ReopeningReason> reason = EnumWords.read(ReopeningReason.class, given.reason());
        ToldText explanation = given.explanation();
        if (reason.isEmpty()) {
            return Acted.unknownWord("/reason", EnumWords.of(ReopeningReason.class));
        }
        if (explanation == null || explanation.isEmpty()) {
            return Acted.invalid("/explanation", "explanation-needed");
        }
        return acting.act(
                person,
                caseId,
                CaseAct.REOPEN,
                desk ->
                        reason.get() == ReopeningReason.OBJECTION && ownClosure(desk, person)
                                ? Acted.refused("own-work")
                                : reopened(desk, person, reason.get(), explanation));
    }

    /** A person other than the one who closed the case answers the objections that are open. */
    public Acted answerObjection(Person person, CaseId caseId, Answer given) {
        if (!acting.lets(person, caseId, CaseAct.DECIDE_OBJECTION)) {
            return new Acted.NotFound();
        }
        ToldText explanation = given.explanation();
        if (explanation == null || explanation.isEmpty()) {
            return Acted.invalid("/explanation", "explanation-needed");
        }
        if (given.outcome() == null || !OUTCOMES.contains(given.outcome())) {
            return Acted.unknownWord("/outcome", OUTCOMES);
        }
        return acting.act(
                person,
                caseId,
                CaseAct.DECIDE_OBJECTION,
                desk -> {
                    CaseStanding standing =
                            CaseStanding.of(desk.facts(), desk.policy(), desk.now());
                    if (standing.openObjections().isEmpty()) {
                        return Acted.refused("no-open-objection");
                    }
                    if (ownClosure(desk, person)) {
                        return Acted.refused("own-work");
                    }
                    return "upheld".equals(given.outcome())
                            ? upheld(desk, person, standing, explanation)
                            : reopened(desk, person, ReopeningReason.OBJECTION, explanation);
                });
    }

    private Acted upheld(CaseDesk desk, Person person, CaseStanding standing, ToldText explanation)
            throws SQLException {
        texts.keep(desk, person, CaseTexts.Kind.OBJECTION, explanation.complete().toString());
        words.tell(desk, ToldKind.CLOSURE_REASON, explanation);
        for (ClosureObjected objection : standing.openObjections()) {
            desk.decide(new DeskFact.ClosureUpheld(objection.reportId(), desk.now(), person.id()));
        }
        return Acted.done();
    }

    private Acted reopened(
            CaseDesk desk, Person person, ReopeningReason reason, ToldText explanation)
            throws SQLException {
        texts.keep(desk, person, CaseTexts.Kind.REOPENING, explanation.complete().toString());
        words.tell(desk, ToldKind.PROGRESS, explanation);
        desk.say(
                new CaseReopened(
                        desk.caseId(), desk.facts().nextClosureRevision(), reason, desk.now()));
        return Acted.done();
    }

    private static boolean ownClosure(CaseDesk desk, Person person) {
        return desk.facts().closure().filter(one -> one.by().equals(person.id())).isPresent();
    }
}
