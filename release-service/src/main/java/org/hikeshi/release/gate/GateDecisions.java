package org.hikeshi.release.gate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hikeshi.policy.GateName;

/** All decisions ever taken at gates. Inside the caller's transaction. */
@ApplicationScoped
public class GateDecisions {
    private final Rows rows;

    GateDecisions(Rows rows) {
        this.rows = rows;
    }

    /** Keeps a decision with its sealed evidence. */
    public void keep(UUID remediation, GateDecision decision, byte[] evidence) {
        var row = new GateDecisionRow();
        row.id = decision.id();
        row.remediation = remediation;
        row.gate = decision.gate();
        row.contentHash = decision.contentHash();
        row.outcome = decision.outcome();
        row.evidence = evidence;
        row.by = decision.by();
        row.absent = decision.absent().stream().sorted().toList();
        row.at = decision.at();
        rows.persistAndFlush(row);
    }

    /** Everything decided about a remediation, oldest first. */
    public List<GateDecision> of(UUID remediation) {
        return rows.list("remediation = ?1 order by position", remediation).stream()
                .map(GateDecisionRow::decision)
                .toList();
    }

    /** The sealed evidence of a decision. */
    public Optional<byte[]> evidence(UUID decision) {
        return rows.findByIdOptional(decision).map(row -> row.evidence);
    }

    /** The last word at each gate about this content. */
    public static Map<GateName, GateDecision> about(
            List<GateDecision> decisions, String contentHash) {
        Map<GateName, GateDecision> last = new EnumMap<>(GateName.class);
        for (GateDecision decision : decisions) {
            if (decision.contentHash().equals(contentHash)) {
                last.put(decision.gate(), decision);
            }
        }
        return last;
    }

    /** The gates that this content has passed. */
    public static Set<GateName> passed(List<GateDecision> decisions, String contentHash) {
        return about(decisions, contentHash).values().stream()
                .filter(decision -> decision.outcome() == GateOutcome.PASSED)
                .map(GateDecision::gate)
                .collect(Collectors.toSet());
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<GateDecisionRow, UUID> {}
}
