package org.hikeshi.triage.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.facts.CaseBook;
import org.hikeshi.triage.facts.CaseFacts;
import org.jspecify.annotations.Nullable;

/** Takes a case's facts out of the book together with the policy that judges it. */
@ApplicationScoped
public class OpeningDesk {
    private final CaseBook book;
    private final CaseEvents events;
    private final PolicyVersions policies;

    OpeningDesk(CaseBook book, CaseEvents events, PolicyVersions policies) {
        this.book = book;
        this.events = events;
        this.policies = policies;
    }

    /** Empty while no report of this case has been heard of. */
    Optional<CaseDesk> open(
            Connection connection, CaseId caseId, Instant now, @Nullable IncomingEvent cause) {
        CaseFacts facts = book.read(caseId);
        return policy(facts)
                .map(
                        policy ->
                                new CaseDesk(
                                        connection,
                                        book,
                                        events,
                                        caseId,
                                        policy,
                                        now,
                                        cause,
                                        facts));
    }

    /** Who is on the case, of one that never was nobody. */
    CaseFacts people(CaseId caseId) {
        return book.people(caseId);
    }

    /** The version the case was received under, for ever. */
    public Optional<Policy> policy(CaseFacts facts) {
        return facts.reports().stream()
                .findFirst()
                .map(report -> policies.of(report.policyVersion().value()));
    }
}
