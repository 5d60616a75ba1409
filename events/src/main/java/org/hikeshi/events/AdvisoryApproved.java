package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The CISO approved a text. Said by disclosure.
 *
 * @param advisory the advisory; also ce_subject
 * @param hash of the canonical content
 * @param at when it was decided
 * @param by who decided it
 */
public record AdvisoryApproved(
        CaseId caseId, AdvisoryId advisory, ContentHash hash, Instant at, StaffId by)
        implements CaseEvent {

    public AdvisoryApproved {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(advisory, "advisory");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }

    @Override
    public String subject() {
        return advisory.toString();
    }
}
