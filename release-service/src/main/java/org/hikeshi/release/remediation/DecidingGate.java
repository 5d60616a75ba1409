package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.policy.GateName;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.gate.GateDecisions;
import org.hikeshi.release.gate.GateOutcome;

/**
 * Somebody closes a gate, or says that the check failed (E3.3). At the signature and channel gates
 * a person's yes is not enough: the stored bytes and their signatures are verified first.
 */
@ApplicationScoped
class DecidingGate {
    static final String TABLE = "gate_decision";
    static final String COLUMN = "evidence";

    private final Acting acting;
    private final GateDecisions decisions;
    private final CheckingFiles checking;
    private final CaseSeals seals;

    DecidingGate(Acting acting, GateDecisions decisions, CheckingFiles checking, CaseSeals seals) {
        this.acting = acting;
        this.decisions = decisions;
        this.checking = checking;
        this.seals = seals;
    }

    /** What somebody says at a gate. */
    record Said(GateName gate, GateOutcome outcome, String evidence) {}

    Verdict<Dossier> decide(UUID id, Optional<String> ifMatch, Said said) {
        RemediationAction action = RemediationAction.at(said.gate());
        Acting.Binding binding = Acting.Binding.needed(ifMatch);
        Verdict<Dossier> may =
                acting.look(id, action, binding)
                        .then(dossier -> decidable(dossier, said))
                        .then(dossier -> verified(dossier, said));
        return may.then(dossier -> acting.act(id, action, binding, scene -> keep(scene, said)));
    }

    /* Files never change under their digest, so what was verified is what is decided about. */
    private Verdict<Dossier> verified(Dossier dossier, Said said) {
        boolean byMachine = said.gate() == GateName.SIGNATURE || said.gate() == GateName.CHANNEL;
        return byMachine && said.outcome() == GateOutcome.PASSED && !checking.verifies(dossier)
                ? new Verdict.Refused<>(Refusal.DOES_NOT_VERIFY)
                : new Verdict.Done<>(dossier);
    }

    private Verdict<Dossier> keep(Acting.Scene scene, Said said) {
        return decidable(scene.dossier(), said)
                .then(
                        dossier -> {
                            GateDecision decision =
                                    new GateDecision(
                                            UUID.randomUUID(),
                                            said.gate(),
                                            dossier.contentHash(),
                                            said.outcome(),
                                            scene.actor().staff(),
                                            scene.absent(),
                                            scene.now());
                            byte[] sealed =
                                    seals.seal(
                                            dossier.caseId(),
                                            TABLE,
                                            COLUMN,
                                            decision.id().toString(),
                                            said.evidence());
                            decisions.keep(dossier.id(), decision, sealed);
                            return new Verdict.Done<>(dossier);
                        });
    }

    private static Verdict<Dossier> decidable(Dossier dossier, Said said) {
        if (!dossier.withoutFile().isEmpty()) {
            return new Verdict.Refused<>(Refusal.FILE_MISSING);
        }
        GateDecision last = dossier.current().get(said.gate());
        return last != null
                        && last.outcome() == GateOutcome.PASSED
                        && said.outcome() == GateOutcome.PASSED
                ? new Verdict.Refused<>(Refusal.ALREADY_PASSED)
                : new Verdict.Done<>(dossier);
    }
}
