package org.hikeshi.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.Judgement;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.disclosure.site.PublicSite;
import org.hikeshi.events.AdvisoryWithdrawn;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * Takes a published text back: the page stays, marked, with the reason; the history grows by one.
 */
@ApplicationScoped
public class WithdrawingAdvisory {
    private final OpeningDossier opening;
    private final Revisions revisions;
    private final PublicSite site;
    private final Replica replica;
    private final CaseEvents events;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    WithdrawingAdvisory(
            OpeningDossier opening,
            Revisions revisions,
            PublicSite site,
            Replica replica,
            CaseEvents events,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.opening = opening;
        this.revisions = revisions;
        this.site = site;
        this.replica = replica;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param reason for the public, by language tag; in every language of the policy
     */
    public Result withdraw(UUID id, Map<String, String> reason, Person person) {
        return transactions.inTransaction(connection -> withdraw(connection, id, reason, person));
    }

    private Result withdraw(
            Connection connection, UUID id, Map<String, String> reason, Person person)
            throws SQLException {
        Optional<Dossier> open = opening.hold(id, person);
        Optional<Result> no =
                Judgement.refusal(open, AdvisoryAction.WITHDRAW, person, Optional.empty());
        if (no.isPresent()) {
            return no.get();
        }
        Advisory advisory = open.orElseThrow().advisory();
        Instant now = advisory.notBeforeLast(clock.instant());
        AdvisoryContent known = revisions.of(advisory).content(); // not a draft that replaces it
        advisory.withdrawn(now);
        revisions.add(advisory, now, known, reason, true);
        site.publish(revisions.of(advisory), revisions.all(), now);
        events.say(
                connection,
                new AdvisoryWithdrawn(
                        advisory.caseId(),
                        advisory.advisoryId(),
                        advisory.publicationId(),
                        advisory.revisions(),
                        now),
                null);
        audit.record(
                connection,
                AuditEntry.of(person.id(), "advisory-withdrawn", advisory.id().toString(), now));
        transactions.afterCommit(replica::wake);
        return new Result.Done(opening.of(advisory));
    }
}
