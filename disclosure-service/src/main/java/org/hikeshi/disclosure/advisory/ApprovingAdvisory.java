package org.hikeshi.disclosure.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.events.AdvisoryApproved;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * The approver, by policy E the CISO, lets exactly the present text go out, or sends it back
 * (E5.2-text).
 */
@ApplicationScoped
public class ApprovingAdvisory {
    private final Advisories advisories;
    private final OpeningDossier opening;
    private final AskingPeople asking;
    private final DueSoon due;
    private final CaseEvents events;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    ApprovingAdvisory(
            Advisories advisories,
            OpeningDossier opening,
            AskingPeople asking,
            DueSoon due,
            CaseEvents events,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.advisories = advisories;
        this.opening = opening;
        this.asking = asking;
        this.due = due;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param known the hash the approver read
     * @param deviation reason to publish although the policy's precondition is not met; empty for
     *     none
     */
    public Result approve(
            UUID id, Opinion opinion, String deviation, Optional<String> known, Person person) {
        return transactions.inTransaction(c -> approve(c, id, opinion, deviation, known, person));
    }

    private Result approve(
            Connection connection,
            UUID id,
            Opinion opinion,
            String deviation,
            Optional<String> known,
            Person person)
            throws SQLException {
        Optional<Dossier> open = opening.hold(id, person);
        Optional<Result> no = Judgement.refusal(open, AdvisoryAction.APPROVE, person, known);
        if (no.isPresent()) {
            return no.get();
        }
        Advisory advisory = open.orElseThrow().advisory();
        Instant now = clock.instant();
        if (opinion.accepted()) {
            byte[] sealed = deviation.isEmpty() ? null : opening.sealDeviation(advisory, deviation);
            advisory.approved(now, person.id(), sealed);
            events.say(
                    connection,
                    new AdvisoryApproved(
                            advisory.caseId(),
                            advisory.advisoryId(),
                            advisory.hash(),
                            now,
                            person.staffId()),
                    null);
            due.look(connection, advisory);
        } else {
            ReviewRow row = ReviewRow.on(advisory, ReviewRow.APPROVAL, false, now, person.id());
            row.sealedComment = opening.sealComment(advisory, row, opinion.comment());
            advisories.add(row);
        }
        String action = opinion.accepted() ? "advisory-approved" : "advisory-sent-back";
        audit.record(connection, AuditEntry.of(person.id(), action, advisory.id.toString(), now));
        Dossier after = opening.of(advisory);
        asking.settle(connection, after, person);
        return new Result.Done(after);
    }
}
