package org.hikeshi.intake.coordination;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.FeedbackGiven;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.casefact.CaseFacts;
import org.hikeshi.intake.casefact.SayingFact;
import org.hikeshi.intake.conversation.ReportersWords;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * The reporter takes a step. It is judged on the facts under the report's lock, so of two at once
 * the second sees the first; a refused one changes nothing.
 */
public final class TakingPart {

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final SayingFact saying;
    private final ReportersWords words;
    private final InstantSource clock;
    private final CaseFacts facts = new CaseFacts();

    public TakingPart(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            SayingFact saying,
            ReportersWords words,
            InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.saying = saying;
        this.words = words;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Outcome {}

    /** It is recorded and said; or it had been, by this very request. */
    public record Taken(Instant at) implements Outcome {}

    /** It is not possible now. */
    public record Refused(Refusal reason) implements Outcome {}

    /**
     * @param text the reporter's words beside it, may be empty
     * @param request id under which the same request is known again
     */
    public Outcome take(ReportId report, Step step, String text, UUID request) {
        return transactions.inTransaction(c -> take(c, report, step, text, request));
    }

    private Outcome take(Connection connection, ReportId id, Step step, String text, UUID request)
            throws SQLException {
        StoredReport report = rows.lock(connection, id).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (words.known(connection, id, request)) {
            return new Taken(now);
        }
        Footing footing = Footing.of(facts.of(connection, id, report.caseId()));
        Optional<Refusal> refusal = refusal(footing, step);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        words.put(connection, id, step.kind(), text, request, now);
        audit.record(
                connection, AuditEntry.of("reporter", step.act().written(), id.toString(), now));
        if (!repeats(footing, step)) {
            saying.say(connection, event(report, step, footing, now));
        }
        return new Taken(now);
    }

    private static Optional<Refusal> refusal(Footing footing, Step step) {
        Optional<Refusal> refusal = footing.refusal(step.act());
        if (refusal.isPresent() || !(step instanceof Step.AnswerDate answer)) {
            return refusal;
        }
        boolean other =
                answer.proposal() != null
                        && footing.proposed()
                                .filter(open -> open.proposal().equals(answer.proposal()))
                                .isEmpty();
        return other ? Optional.of(Refusal.OTHER_PROPOSAL) : Optional.empty();
    }

    /** The verdict that was given already: its words are kept, but it is no new fact. */
    private static boolean repeats(Footing footing, Step step) {
        return step instanceof Step.CheckFix check
                && footing.verdict().filter(one -> one.verdict() == check.verdict()).isPresent();
    }

    private static CaseEvent event(StoredReport report, Step step, Footing footing, Instant now) {
        CaseId caseId = report.caseId();
        ReportId id = report.id();
        return switch (step) {
            case Step.AnswerDate answer ->
                    new DisclosureDateAnswered(
                            caseId,
                            id,
                            footing.proposed().orElseThrow().proposal(),
                            answer.answer(),
                            answer.countered(),
                            now);
            case Step.CheckFix check -> new FixChecked(caseId, id, check.verdict(), now);
            case Step.ObjectToClosure object -> new ClosureObjected(caseId, id, now);
            case Step.GiveFeedback give -> new FeedbackGiven(caseId, id, now);
        };
    }
}
