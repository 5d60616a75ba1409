package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A security notice (SN) is public. Said by disclosure.
 *
 * @param advisory the advisory; also ce_subject
 * @param publicId its public id
 * @param hash of the canonical content
 * @param at when it was decided
 */
public record NoticePublished(
        CaseId caseId, AdvisoryId advisory, PublicationId publicId, ContentHash hash, Instant at)
        implements CaseEvent {

    public NoticePublished {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(advisory, "advisory");
        Objects.requireNonNull(publicId, "publicId");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return advisory.toString();
    }
}
