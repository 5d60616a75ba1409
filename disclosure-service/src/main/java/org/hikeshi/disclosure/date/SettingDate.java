package org.hikeshi.disclosure.date;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.AskingPeople;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.Judgement;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.ProposalId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.Timers;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.web.FieldError;

/** The office proposes or decides a date; the approver moves one that was set. */
@ApplicationScoped
public class SettingDate {
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final OpeningDossier opening;
    private final Proposals proposals;
    private final PlanningDisclosure planning;
    private final AnsweringTime answering;
    private final AskingPeople asking;
    private final CaseEvents events;
    private final CaseSeals seals;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    SettingDate(
            OpeningDossier opening,
            Proposals proposals,
            PlanningDisclosure planning,
            AnsweringTime answering,
            AskingPeople asking,
            CaseEvents events,
            CaseSeals seals,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.opening = opening;
        this.proposals = proposals;
        this.planning = planning;
        this.answering = answering;
        this.asking = asking;
        this.events = events;
        this.seals = seals;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Result set(UUID id, DateWish wish, Person person) {
        return transactions.inTransaction(connection -> set(connection, id, wish, person));
    }

    private Result set(Connection connection, UUID id, DateWish wish, Person person)
            throws SQLException {
        Optional<Dossier> open = opening.hold(id, person);
        if (open.filter(d -> standsAlready(d, wish, person)).isPresent()) {
            return new Result.Done(open.orElseThrow());
        }
        boolean moves = open.filter(d -> d.advisory().plannedFor().isPresent()).isPresent();
        AdvisoryAction action = moves ? AdvisoryAction.MOVE_DATE : AdvisoryAction.SET_DATE;
        if (moves && asksForMove(open.orElseThrow(), person)) {
            return new Result.Refused("move-needs-approver");
        }
        Optional<Result> no = Judgement.refusal(open, action, person, Optional.empty());
        if (no.isPresent()) {
            return no.get();
        }
        Advisory advisory = open.orElseThrow().advisory();
        Instant now = clock.instant();
        boolean decides = moves || wish.decided() || !advisory.aboutCase();
        Instant answerBy = answering.until(wish, now);
        List<FieldError> errors = errors(wish, advisory, decides, answerBy, now);
        if (!errors.isEmpty()) {
            return new Result.Unfit(errors);
        }
        String done = decides ? "disclosure-date-decided" : "disclosure-date-proposed";
        audit.record(connection, AuditEntry.of(person.id(), done, advisory.id().toString(), now));
        if (decides) {
            decide(connection, advisory, wish, person, now);
        } else {
            propose(connection, advisory, wish, answerBy, person, now);
        }
        return new Result.Done(opening.of(advisory));
    }

    /** Who may set a date but not move one. */
    private static boolean asksForMove(Dossier dossier, Person person) {
        return !dossier.may(AdvisoryAction.MOVE_DATE, person)
                && dossier.may(AdvisoryAction.SET_DATE, person);
    }

    /**
     * Saying again what is agreed or proposed changes nothing, even when it has come true
     * meanwhile.
     */
    private boolean standsAlready(Dossier dossier, DateWish wish, Person person) {
        boolean may =
                dossier.duties().rolesFor(AdvisoryAction.SET_DATE).stream()
                        .anyMatch(person.rolesOn(dossier.advisory())::contains);
        boolean planned = dossier.advisory().plannedFor().filter(wish.date()::equals).isPresent();
        return may && (planned || !wish.decided() && isProposed(dossier, wish));
    }

    private boolean isProposed(Dossier dossier, DateWish wish) {
        return proposals.of(dossier.advisory().id()).stream()
                .anyMatch(
                        one ->
                                one.open()
                                        && one.date.equals(wish.date())
                                        && one.answerBy.equals(wish.answerBy()));
    }

    private static List<FieldError> errors(
            DateWish wish, Advisory advisory, boolean decides, Instant answerBy, Instant now) {
        if (wish.date().isBefore(now.minus(GRACE))) {
            return List.of(FieldError.at("/date", "date-past"));
        }
        if (decides && advisory.aboutCase() && wish.reason().isBlank()) {
            return List.of(FieldError.at("/reason", "reason-needed"));
        }
        if (!decides && (answerBy.isAfter(wish.date()) || !answerBy.isAfter(now))) {
            return List.of(FieldError.at("/answerBy", "answer-by"));
        }
        return List.of();
    }

    private void decide(
            Connection connection, Advisory advisory, DateWish wish, Person person, Instant now)
            throws SQLException {
        endOpen(connection, advisory, ProposalEnd.DECIDED, now);
        DateProposal decision = row(advisory, wish, wish.date(), person, now);
        decision.end(ProposalEnd.DECIDED, now);
        proposals.add(decision);
        planning.plan(connection, advisory, wish.date(), null);
    }

    private void propose(
            Connection connection,
            Advisory advisory,
            DateWish wish,
            Instant answerBy,
            Person person,
            Instant now)
            throws SQLException {
        endOpen(connection, advisory, ProposalEnd.REPLACED, now);
        DateProposal proposal = row(advisory, wish, answerBy, person, now);
        proposals.add(proposal);
        events.say(
                connection,
                new DisclosureDateProposed(
                        advisory.caseId(),
                        new ProposalId(proposal.id),
                        proposal.date,
                        proposal.answerBy,
                        now),
                null);
        Timers.schedule(
                connection,
                new Timer(
                        UUID.nameUUIDFromBytes(
                                ("answers to " + proposal.id).getBytes(StandardCharsets.UTF_8)),
                        HearingAnswers.TIMER,
                        answerBy,
                        proposal.id.toString()));
    }

    private void endOpen(Connection connection, Advisory advisory, ProposalEnd how, Instant now)
            throws SQLException {
        for (DateProposal earlier : proposals.of(advisory.id())) {
            if (earlier.open()) {
                earlier.end(how, now);
                asking.reporterWasAnswered(connection, advisory.caseId(), earlier.id);
            }
        }
    }

    private DateProposal row(
            Advisory advisory, DateWish wish, Instant answerBy, Person person, Instant now) {
        var row = new DateProposal();
        row.id = UUID.randomUUID();
        row.advisoryId = advisory.id();
        row.caseId = advisory.caseId().value();
        row.date = wish.date();
        row.answerBy = answerBy;
        row.at = now;
        row.by = person.id();
        row.sealedReason =
                seals.seal(
                        advisory.caseId(),
                        "date_proposal",
                        "sealed_reason",
                        row.id.toString(),
                        wish.reason());
        return row;
    }
}
