package org.hikeshi.triage.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.facts.CaseBook;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.facts.DeskFact;
import org.jspecify.annotations.Nullable;

/**
 * One case on the desk, its lock held until the transaction ends. What is said here is a fact of
 * the case at once and goes out with the commit.
 */
public final class CaseDesk {
    private final Connection connection;
    private final CaseBook book;
    private final CaseEvents events;
    private final CaseId caseId;
    private final Policy policy;
    private final Instant now;
    private final @Nullable IncomingEvent cause;
    private CaseFacts facts;

    CaseDesk(
            Connection connection,
            CaseBook book,
            CaseEvents events,
            CaseId caseId,
            Policy policy,
            Instant now,
            @Nullable IncomingEvent cause,
            CaseFacts facts) {
        this.connection = connection;
        this.book = book;
        this.events = events;
        this.caseId = caseId;
        this.policy = policy;
        this.now = now;
        this.cause = cause;
        this.facts = facts;
    }

    public Connection connection() {
        return connection;
    }

    public CaseId caseId() {
        return caseId;
    }

    public Policy policy() {
        return policy;
    }

    public Instant now() {
        return now;
    }

    public CaseFacts facts() {
        return facts;
    }

    /** Says a fact of this case. */
    public void say(CaseEvent event) throws SQLException {
        book.write(events.say(connection, event, cause), event, now);
        if (event.caseId().equals(caseId)) {
            facts = facts.with(event);
        }
    }

    /** Keeps a decision that nobody else needs to hear. */
    public void decide(DeskFact decision) {
        book.write(caseId, decision);
        facts = facts.with(decision);
    }
}
