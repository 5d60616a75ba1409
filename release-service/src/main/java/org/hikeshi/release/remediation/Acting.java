package org.hikeshi.release.remediation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.hikeshi.release.text.ApprovingText;
import org.hikeshi.trust.AuditEntry;

/**
 * The way every act on a remediation goes: one transaction that locks it, asks in this order
 * whether the person may see it, may do this, knows the present content, and whether the moment is
 * right; then the work, an audit row, and what follows from it.
 */
@ApplicationScoped
public class Acting {
    private final Transactions transactions;
    private final Dossiers dossiers;
    private final CaseAccess access;
    private final SecurityIdentity identity;
    private final Following following;
    private final AuditLog audit;
    private final Clock clock;

    Acting(
            Transactions transactions,
            Dossiers dossiers,
            CaseAccess access,
            SecurityIdentity identity,
            Following following,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.dossiers = dossiers;
        this.access = access;
        this.identity = identity;
        this.following = following;
        this.audit = audit;
        this.clock = clock;
    }

    /** The act itself, which returns before it writes anything if it cannot be done. */
    @FunctionalInterface
    public interface Work<T> {
        Verdict<T> on(Scene scene) throws SQLException;
    }

    /**
     * Where an act takes place: its transaction, the locked remediation, the person, the time.
     *
     * @param absent for whom the person stands in, being on the case for nothing else
     */
    public record Scene(
            Connection connection, Dossier dossier, Actor actor, Set<String> absent, Instant now) {
        /** The person at their desk, writing a text for customers. */
        ApprovingText.Writing writing() {
            return new ApprovingText.Writing(actor.staff(), absent, now);
        }
    }

    /**
     * What the person says the act is about.
     *
     * @param contentHash of the content they saw, if they said it
     * @param needed whether the act is none without it
     */
    public record Binding(Optional<String> contentHash, boolean needed) {
        /** An approval: worth nothing without saying of what. */
        public static Binding needed(Optional<String> contentHash) {
            return new Binding(contentHash, true);
        }

        public static Binding ifSaid(Optional<String> contentHash) {
            return new Binding(contentHash, false);
        }
    }

    /** Reads what the signed-in person may see. */
    public Optional<Dossier> seen(UUID id) {
        return transactions.inTransaction(
                connection -> sees(id) ? dossiers.of(id) : Optional.empty());
    }

    /** Asked before anything is read or locked that only a remediation has. */
    private boolean sees(UUID id) {
        return access.maySee(dossiers.caseOf(id), identity);
    }

    /** Whether the act could be done now; nothing is locked or changed. */
    public Verdict<Dossier> look(UUID id, RemediationAction action, Binding binding) {
        return transactions.inTransaction(
                connection ->
                        (sees(id) ? dossiers.of(id) : Optional.<Dossier>empty())
                                .map(dossier -> judge(dossier, action, binding))
                                .orElseGet(Verdict.Absent::new));
    }

    /** Whether the person does this at all, whatever the moment: asked before their words. */
    boolean lets(UUID id, RemediationAction action) {
        return !(look(id, action, Binding.ifSaid(Optional.empty())) instanceof Verdict.Absent);
    }

    /** Does it, or says why not. */
    public <T> Verdict<T> act(UUID id, RemediationAction action, Binding binding, Work<T> work) {
        return transactions.inTransaction(
                connection -> {
                    Optional<Dossier> there = sees(id) ? dossiers.lock(id) : Optional.empty();
                    if (there.isEmpty()) {
                        return new Verdict.Absent<>();
                    }
                    Verdict<Dossier> judged = judge(there.get(), action, binding);
                    if (!(judged instanceof Verdict.Done<Dossier> may)) {
                        return judged.then(dossier -> new Verdict.Absent<>());
                    }
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    CaseId caseId = may.value().caseId();
                    Actor actor = Actor.on(caseId, access, identity);
                    Set<String> absent = access.standsInFor(caseId, identity);
                    Verdict<T> done =
                            work.on(new Scene(connection, may.value(), actor, absent, now));
                    if (done instanceof Verdict.Done<T>) {
                        record(connection, actor, action, id, now);
                        following.after(connection, may.value(), actor, now);
                    }
                    return done;
                });
    }

    private Verdict<Dossier> judge(Dossier dossier, RemediationAction action, Binding binding) {
        Actor actor = Actor.on(dossier.caseId(), access, identity);
        Standing standing =
                dossier.standing(actor, action, access.standsInFor(dossier.caseId(), identity));
        if (!access.maySee(dossier.caseId(), identity) || !standing.lets(action, actor)) {
            return new Verdict.Absent<>();
        }
        if (binding.needed() && binding.contentHash().isEmpty()) {
            return new Verdict.Unbound<>();
        }
        if (binding.contentHash().filter(h -> !h.equals(dossier.contentHash())).isPresent()) {
            return new Verdict.Stale<>(
                    dossier.history().changedBy(), dossier.history().changedAt());
        }
        Optional<Refusal> refusal = standing.refuses(action);
        return refusal.isPresent()
                ? new Verdict.Refused<>(refusal.get())
                : new Verdict.Done<>(dossier);
    }

    private void record(
            Connection connection, Actor actor, RemediationAction action, UUID id, Instant now)
            throws SQLException {
        String what = "remediation-" + action.name().toLowerCase(java.util.Locale.ROOT);
        audit.record(
                connection,
                AuditEntry.of(actor.staff(), what.replace('_', '-'), id.toString(), now));
    }
}
