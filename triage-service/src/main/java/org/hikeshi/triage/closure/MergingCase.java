package org.hikeshi.triage.closure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.hikeshi.casefile.ToldKind;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.access.CaseState;
import org.hikeshi.triage.assessment.ToldText;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.casework.WordsToReporter;
import org.hikeshi.triage.facts.CaseBook;
import org.hikeshi.triage.facts.CaseFacts;
import org.jspecify.annotations.Nullable;

/** Ends a case as a duplicate; its reports go on under another one. */
@ApplicationScoped
public class MergingCase {
    private final ActingOnCase acting;
    private final CaseBook book;
    private final WordsToReporter words;

    MergingCase(ActingOnCase acting, CaseBook book, WordsToReporter words) {
        this.acting = acting;
        this.book = book;
        this.words = words;
    }

    /**
     * @param into the case that goes on; null if it was left out
     * @param explanation told to the reporters that move; null if the mail's own words are enough
     */
    public Acted merge(
            Person person, CaseId caseId, @Nullable CaseId into, @Nullable ToldText explanation) {
        if (!acting.lets(person, caseId, CaseAct.MERGE)) {
            return new Acted.NotFound();
        }
        if (into == null) {
            return Acted.invalid("/into", "duplicate-of-needed");
        }
        if (into.equals(caseId)) {
            return Acted.invalid("/into", "itself");
        }
        return acting.act(
                person,
                caseId,
                into,
                CaseAct.MERGE,
                desk -> merged(desk, person, into, explanation));
    }

    private Acted merged(CaseDesk desk, Person person, CaseId into, @Nullable ToldText explanation)
            throws SQLException {
        CaseFacts other = book.read(into);
        if (other.receivedAt().isEmpty() || !person.sees(other, desk.now())) {
            return Acted.invalid("/into", "no-such-case");
        }
        CaseState there = CaseState.of(other);
        if (there == CaseState.CLOSED || there == CaseState.MERGED) {
            return Acted.refused("other-case-ended");
        }
        if (explanation != null && !explanation.isEmpty()) {
            words.tell(desk, ToldKind.CLOSURE_REASON, explanation);
        }
        desk.say(
                new CaseClosed(
                        desk.caseId(),
                        desk.facts().nextClosureRevision(),
                        ClosureReason.DUPLICATE,
                        into,
                        desk.now(),
                        person.id()));
        for (ReportReceived report : desk.facts().reports()) {
            desk.say(new ReportJoined(into, report.reportId(), desk.caseId(), desk.now()));
        }
        return Acted.done();
    }
}
