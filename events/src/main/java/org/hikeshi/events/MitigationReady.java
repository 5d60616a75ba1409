package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mitigation may go out. Said by release.
 *
 * @param id the remediation; also ce_subject
 * @param products for which products
 * @param at when it was decided
 * @param preDisclosure hash of the approved text that customers may read before publication, if
 *     there is one
 */
public record MitigationReady(
        CaseId caseId,
        RemediationId id,
        List<ProductId> products,
        Instant at,
        @Nullable ContentHash preDisclosure)
        implements CaseEvent {

    public MitigationReady {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        products = List.copyOf(products);
        Objects.requireNonNull(at, "at");
    }

    /** Without a text for customers. */
    public MitigationReady(CaseId caseId, RemediationId id, List<ProductId> products, Instant at) {
        this(caseId, id, products, at, null);
    }

    @Override
    public String subject() {
        return id.toString();
    }
}
