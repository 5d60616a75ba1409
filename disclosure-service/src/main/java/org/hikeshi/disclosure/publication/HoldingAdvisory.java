package org.hikeshi.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.DueSoon;
import org.hikeshi.disclosure.advisory.Judgement;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * Stopping is one click of anybody on the case; going on takes another person, not their deputy.
 */
@ApplicationScoped
public class HoldingAdvisory {
    private final OpeningDossier opening;
    private final DueSoon due;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    HoldingAdvisory(
            OpeningDossier opening,
            DueSoon due,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.opening = opening;
        this.due = due;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Holding what is held, and releasing what is not, changes nothing. */
    public Result hold(UUID id, boolean hold, Person person) {
        return transactions.inTransaction(connection -> hold(connection, id, hold, person));
    }

    private Result hold(Connection connection, UUID id, boolean hold, Person person)
            throws SQLException {
        Optional<Dossier> open = opening.hold(id, person);
        AdvisoryAction action = hold ? AdvisoryAction.HOLD : AdvisoryAction.RELEASE;
        Optional<Result> no = Judgement.refusal(open, action, person, Optional.empty());
        if (no.isPresent()) {
            return no.get();
        }
        Dossier dossier = open.orElseThrow();
        Advisory advisory = dossier.advisory();
        if (advisory.held() == hold) {
            return new Result.Done(dossier);
        }
        if (!hold && person.isAmong(advisory.holders(), advisory)) {
            return new Result.Refused("own-hold");
        }
        if (hold) {
            advisory.held(clock.instant(), person);
        } else {
            advisory.released();
            due.look(connection, advisory);
        }
        audit.record(
                connection,
                AuditEntry.of(
                        person.id(),
                        hold ? "advisory-held" : "advisory-hold-released",
                        advisory.id().toString(),
                        clock.instant()));
        return new Result.Done(opening.of(advisory));
    }
}
