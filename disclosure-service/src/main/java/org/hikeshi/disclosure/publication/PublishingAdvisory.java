package org.hikeshi.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.AdvisoryKind;
import org.hikeshi.disclosure.advisory.AskingPeople;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.Judgement;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.disclosure.site.PublicSite;
import org.hikeshi.events.AdvisoryRevised;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CveId;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * Lets an approved text go out once it is due: exactly once, whoever and how many ask, since the
 * advisory's row is held while it is judged. Revision, files, event and audit are one transaction.
 */
@ApplicationScoped
public class PublishingAdvisory {
    private final OpeningDossier opening;
    private final Obstacles obstacles;
    private final Revisions revisions;
    private final PublicSite site;
    private final Replica replica;
    private final AskingPeople asking;
    private final CaseEvents events;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    PublishingAdvisory(
            OpeningDossier opening,
            Obstacles obstacles,
            Revisions revisions,
            PublicSite site,
            Replica replica,
            AskingPeople asking,
            CaseEvents events,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.opening = opening;
        this.obstacles = obstacles;
        this.revisions = revisions;
        this.site = site;
        this.replica = replica;
        this.asking = asking;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A person's hand; refused while anything stands in the way. */
    public Result publish(UUID id, Optional<String> known, Person person) {
        return transactions.inTransaction(connection -> publish(connection, id, known, person));
    }

    private Result publish(Connection connection, UUID id, Optional<String> known, Person person)
            throws SQLException {
        Optional<Dossier> open = opening.hold(id, person);
        Optional<Result> no = Judgement.refusal(open, AdvisoryAction.PUBLISH, person, known);
        if (no.isPresent()) {
            return no.get();
        }
        Dossier dossier = open.orElseThrow();
        List<String> inTheWay = obstacles.of(dossier.advisory());
        if (!inTheWay.isEmpty()) {
            return new Result.Refused(inTheWay.getFirst());
        }
        if (!obstacles.clocksAgree()) {
            return new Result.Refused("clocks-disagree");
        }
        goOut(connection, dossier, person);
        return new Result.Done(opening.of(dossier.advisory()));
    }

    /**
     * Writes everything that makes a text public; the caller has judged that it may be.
     *
     * @param person in whose name
     */
    void goOut(Connection connection, Dossier dossier, Person person) throws SQLException {
        Advisory advisory = dossier.advisory();
        Instant now = advisory.notBeforeLast(clock.instant());
        advisory.published(now);
        boolean first = advisory.revisions() == 1;
        Map<String, String> note = first ? Map.of() : dossier.content().changeNote();
        revisions.add(advisory, now, dossier.content(), note, false);
        site.publish(revisions.of(advisory), revisions.all(), now);
        events.say(connection, said(advisory, dossier, first, now), null);
        audit.record(
                connection,
                AuditEntry.of(person.id(), "advisory-published", advisory.id().toString(), now));
        asking.settle(connection, opening.of(advisory), person);
        transactions.afterCommit(replica::wake);
    }

    private static CaseEvent said(Advisory advisory, Dossier dossier, boolean first, Instant now) {
        if (!first) {
            return new AdvisoryRevised(
                    advisory.caseId(),
                    advisory.advisoryId(),
                    advisory.publicationId(),
                    advisory.revisions(),
                    advisory.hash(),
                    now);
        }
        if (advisory.kind() == AdvisoryKind.SN) {
            return new NoticePublished(
                    advisory.caseId(),
                    advisory.advisoryId(),
                    advisory.publicationId(),
                    advisory.hash(),
                    now);
        }
        return new Disclosed(
                advisory.caseId(),
                advisory.advisoryId(),
                advisory.publicationId(),
                advisory.hash(),
                dossier.content().cves().stream().map(CveId::parse).toList(),
                now);
    }
}
