package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A fix may go out. Said by release.
 *
 * @param id the remediation; also ce_subject
 * @param versions in which version of which product
 * @param at when it was decided
 */
public record PatchReady(CaseId caseId, RemediationId id, List<FixedVersion> versions, Instant at)
        implements CaseEvent {

    public PatchReady {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        versions = List.copyOf(versions);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return id.toString();
    }
}
