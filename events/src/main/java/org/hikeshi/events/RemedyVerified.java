package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A remediation passed all its gates. Said by release.
 *
 * @param id the remediation; also ce_subject
 * @param kind what it is
 * @param products for which products
 * @param at when it was decided
 */
public record RemedyVerified(
        CaseId caseId, RemediationId id, RemedyKind kind, List<ProductId> products, Instant at)
        implements CaseEvent {

    public RemedyVerified {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        products = List.copyOf(products);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return id.toString();
    }
}
