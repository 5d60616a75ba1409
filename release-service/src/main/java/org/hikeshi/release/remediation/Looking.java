package org.hikeshi.release.remediation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.casefile.SeenCases;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.gate.GateDecisions;

/** What the signed-in person may see of remediations. */
@ApplicationScoped
class Looking {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final Dossiers dossiers;
    private final GateDecisions decisions;
    private final CaseSeals seals;
    private final CaseAccess access;
    private final SecurityIdentity identity;

    Looking(
            Transactions transactions,
            Dossiers dossiers,
            GateDecisions decisions,
            CaseSeals seals,
            CaseAccess access,
            SecurityIdentity identity) {
        this.transactions = transactions;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.seals = seals;
        this.access = access;
        this.identity = identity;
    }

    List<Dossier> latest() {
        SeenCases seen = SeenCases.of(identity);
        return transactions.inTransaction(connection -> dossiers.latest(seen, MOST));
    }

    boolean sees(CaseId caseId) {
        return access.maySee(caseId, identity);
    }

    /** Whether the person registers remedies, in a case they see. */
    boolean mayRegister(CaseId caseId) {
        return Actor.on(caseId, access, identity).is("developer");
    }

    List<Dossier> ofCase(CaseId caseId) {
        return access.maySee(caseId, identity)
                ? transactions.inTransaction(connection -> dossiers.ofCase(caseId))
                : List.of();
    }

    Optional<Dossier> one(UUID id) {
        return transactions.inTransaction(
                connection ->
                        access.maySee(dossiers.caseOf(id), identity)
                                ? dossiers.of(id)
                                : Optional.empty());
    }

    /** The evidence somebody gave at a gate, in clear. */
    String evidence(Dossier dossier, GateDecision decision) {
        return transactions.inTransaction(
                connection ->
                        decisions
                                .evidence(decision.id())
                                .map(
                                        closed ->
                                                seals.open(
                                                        dossier.caseId(),
                                                        DecidingGate.TABLE,
                                                        DecidingGate.COLUMN,
                                                        decision.id().toString(),
                                                        closed))
                                .orElse(""));
    }
}
