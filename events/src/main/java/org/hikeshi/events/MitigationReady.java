package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A mitigation may go out. Said by release.
 *
 * @param id the remediation; also ce_subject
 * @param products for which products
 * @param at when it was decided
 */
public record MitigationReady(CaseId caseId, RemediationId id, List<ProductId> products, Instant at)
        implements CaseEvent {

    public MitigationReady {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        products = List.copyOf(products);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return id.toString();
    }
}
