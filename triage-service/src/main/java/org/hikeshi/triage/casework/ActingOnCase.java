package org.hikeshi.triage.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.access.CaseState;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.trust.AuditEntry;

/** Lets a person act on a case: lock, check, act, look at what follows, in one transaction. */
@ApplicationScoped
public class ActingOnCase {
    private final Transactions transactions;
    private final CaseLock lock;
    private final CaseList list;
    private final OpeningDesk desks;
    private final WatchingCase watching;
    private final AuditLog audit;
    private final Clock clock;

    ActingOnCase(
            Transactions transactions,
            CaseLock lock,
            CaseList list,
            OpeningDesk desks,
            WatchingCase watching,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.lock = lock;
        this.list = list;
        this.desks = desks;
        this.watching = watching;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person does; it writes nothing unless it is done. */
    @FunctionalInterface
    public interface Deed {
        Acted on(CaseDesk desk) throws SQLException;
    }

    public Acted act(Person person, CaseId caseId, CaseAct act, Deed deed) {
        return transactions.inTransaction(
                connection -> {
                    if (!mayAct(person, caseId, act)) {
                        return new Acted.NotFound();
                    }
                    lock.take(connection, caseId);
                    return locked(connection, person, caseId, act, deed);
                });
    }

    /** For an act that touches two cases: both locked, in their natural order. */
    public Acted act(Person person, CaseId caseId, CaseId other, CaseAct act, Deed deed) {
        return transactions.inTransaction(
                connection -> {
                    if (!mayAct(person, caseId, act)) {
                        return new Acted.NotFound();
                    }
                    if (list.byId(other).isEmpty()) {
                        lock.take(connection, caseId);
                        return locked(connection, person, caseId, act, deed);
                    }
                    boolean inOrder = caseId.toString().compareTo(other.toString()) <= 0;
                    lock.take(connection, inOrder ? caseId : other);
                    lock.take(connection, inOrder ? other : caseId);
                    Acted acted = locked(connection, person, caseId, act, deed);
                    if (acted instanceof Acted.Done) {
                        watching.look(connection, other, null, person.id());
                    }
                    return acted;
                });
    }

    /** Whether this person does any of these at all: asked before what they say is looked at. */
    public boolean lets(Person person, CaseId caseId, CaseAct... acts) {
        return transactions.inTransaction(
                connection -> {
                    CaseFacts people = desks.people(caseId);
                    return Arrays.stream(acts).anyMatch(act -> mayDo(person, people, act))
                            && desks.open(connection, caseId, clock.instant(), null).isPresent();
                });
    }

    /**
     * Before anything is locked or read that only a case has: a lock leaves a row, and whoever
     * guesses ids shall leave none.
     */
    private boolean mayAct(Person person, CaseId caseId, CaseAct act) {
        return act.mayBeDoneBy(person.roles())
                && (!act.needsTeam() || mayDo(person, desks.people(caseId), act))
                && list.byId(caseId).isPresent();
    }

    /** Of an act for those on the case: by who is there, in the roles in which they are there. */
    private boolean mayDo(Person person, CaseFacts facts, CaseAct act) {
        Instant now = clock.instant();
        return person.mayActOn(facts, now) && act.mayBeDoneBy(person.rolesOn(facts, now));
    }

    private Acted locked(
            Connection connection, Person person, CaseId caseId, CaseAct act, Deed deed)
            throws SQLException {
        Optional<CaseDesk> desk = desks.open(connection, caseId, clock.instant(), null);
        if (desk.isEmpty()
                || act.needsTeam() && !mayDo(person, desk.get().facts(), act)
                || !act.mayBeDoneBy(person.roles())) {
            return new Acted.NotFound();
        }
        Optional<String> refusal = act.refusedIn(CaseState.of(desk.get().facts()));
        if (refusal.isPresent()) {
            return Acted.refused(refusal.get());
        }
        Acted acted = deed.on(desk.get());
        if (acted instanceof Acted.Done) {
            audit.record(
                    connection,
                    AuditEntry.of(
                            person.id().value(),
                            "case-" + act.written(),
                            caseId.toString(),
                            desk.get().now()));
            watching.look(connection, caseId, null, person.id());
        }
        return acted;
    }
}
