package org.hikeshi.disclosure.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.trust.AuditEntry;

/** A reviewer says yes to exactly the present text, or asks for changes. */
@ApplicationScoped
public class ReviewingAdvisory {
    private final Advisories advisories;
    private final OpeningDossier opening;
    private final AskingPeople asking;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    ReviewingAdvisory(
            Advisories advisories,
            OpeningDossier opening,
            AskingPeople asking,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.advisories = advisories;
        this.opening = opening;
        this.asking = asking;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param known the hash the reviewer read; the word is refused as stale if the text is another
     */
    public Result review(
            UUID id, Reviewing review, Opinion opinion, Optional<String> known, Person person) {
        return transactions.inTransaction(c -> review(c, id, review, opinion, known, person));
    }

    private Result review(
            Connection connection,
            UUID id,
            Reviewing review,
            Opinion opinion,
            Optional<String> known,
            Person person)
            throws SQLException {
        Optional<Dossier> open = opening.hold(id, person);
        Optional<Result> no = Judgement.refusal(open, AdvisoryAction.of(review), person, known);
        if (no.isPresent()) {
            return no.get();
        }
        Advisory advisory = open.orElseThrow().advisory();
        ReviewRow row =
                ReviewRow.on(
                        advisory,
                        ReviewRow.written(review),
                        opinion.accepted(),
                        clock.instant(),
                        person.id());
        if (!opinion.comment().isEmpty()) {
            row.sealedComment = opening.sealComment(advisory, row, opinion.comment());
        }
        advisories.add(row);
        audit.record(
                connection,
                AuditEntry.of(
                        person.id(),
                        "advisory-reviewed-" + row.review,
                        advisory.id.toString(),
                        clock.instant()));
        Dossier now = opening.of(advisory);
        asking.settle(connection, now, person);
        return new Result.Done(now);
    }
}
