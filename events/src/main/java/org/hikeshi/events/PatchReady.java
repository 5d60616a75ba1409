package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fix may go out. Said by release.
 *
 * @param id the remediation; also ce_subject
 * @param versions in which version of which product
 * @param at when it was decided
 * @param preDisclosure hash of the approved text that customers may read before publication, if
 *     there is one
 */
public record PatchReady(
        CaseId caseId,
        RemediationId id,
        List<FixedVersion> versions,
        Instant at,
        @Nullable ContentHash preDisclosure)
        implements CaseEvent {

    public PatchReady {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        versions = List.copyOf(versions);
        Objects.requireNonNull(at, "at");
    }

    /** Without a text for customers. */
    public PatchReady(CaseId caseId, RemediationId id, List<FixedVersion> versions, Instant at) {
        this(caseId, id, versions, at, null);
    }

    @Override
    public String subject() {
        return id.toString();
    }
}
