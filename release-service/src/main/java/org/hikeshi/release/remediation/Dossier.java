package org.hikeshi.release.remediation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hikeshi.events.CaseId;
import org.hikeshi.policy.GateName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.release.Actor;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.gate.GateDecisions;
import org.hikeshi.release.text.PreDisclosure;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one remediation at one moment.
 *
 * @param policy of its case
 * @param decisions all that were ever taken, oldest first
 * @param state computed from the rest
 */
public record Dossier(
        UUID id,
        CaseId caseId,
        Policy policy,
        Content content,
        String contentHash,
        List<Product> products,
        List<ArtifactFile> files,
        Set<String> signed,
        List<GateDecision> decisions,
        Optional<PreDisclosure> text,
        History history,
        GateStanding gates,
        RemediationState state) {

    /**
     * Who and when.
     *
     * @param authors everybody whose work is in the present content, and for whom they stood in
     * @param verifiedHash the content of which it was said that all gates are passed
     */
    public record History(
            Set<String> authors,
            String createdBy,
            Instant createdAt,
            String changedBy,
            Instant changedAt,
            @Nullable String verifiedHash,
            @Nullable Instant verifiedAt,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt) {
        public History {
            authors = Set.copyOf(authors);
        }
    }

    /** The last word at each gate about the present content. */
    public Map<GateName, GateDecision> current() {
        return GateDecisions.about(byOthers(decisions, history.authors()), contentHash);
    }

    /** Who became an author after deciding, or whose deputy decided, approves nothing any more. */
    static List<GateDecision> byOthers(List<GateDecision> decisions, Set<String> authors) {
        return decisions.stream().filter(one -> !one.isOf(authors)).toList();
    }

    /** Products of a fix for which no file of its version is there. */
    public List<Product> withoutFile() {
        return content.kind() == RemedyKind.MITIGATION
                ? List.of()
                : products.stream().filter(p -> files.stream().noneMatch(f -> fits(p, f))).toList();
    }

    private boolean fits(Product product, ArtifactFile file) {
        return product.models().contains(file.model()) && file.version().equals(content.version());
    }

    /**
     * What decides whether this person may do this now.
     *
     * @param absent for whom they stand in, being on the case for nothing else: where two people
     *     are needed they count as one with these
     */
    Standing standing(Actor actor, RemediationAction action, Set<String> absent) {
        Set<String> counted = new HashSet<>(absent);
        counted.add(actor.staff());
        boolean develops = products.stream().allMatch(p -> p.developers().contains(actor.staff()));
        boolean author =
                action == RemediationAction.APPROVE_TEXT
                        ? writersOfText().anyMatch(counted::contains)
                        : history.authors().stream().anyMatch(counted::contains);
        return new Standing(state, gates, policy.review().approvedBy(), develops, author);
    }

    /** Its products and version are those of the content, so whoever wrote these is one of them. */
    private Stream<String> writersOfText() {
        return Stream.concat(
                text.stream().flatMap(one -> one.writers().stream()), history.authors().stream());
    }
}
