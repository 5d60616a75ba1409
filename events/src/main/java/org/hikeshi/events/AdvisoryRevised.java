package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A published text was replaced by a newer revision. Said by disclosure.
 *
 * @param advisory the advisory; also ce_subject
 * @param publicId its public id
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param hash of the canonical content
 * @param at when it was decided
 */
public record AdvisoryRevised(
        CaseId caseId,
        AdvisoryId advisory,
        PublicationId publicId,
        int revision,
        ContentHash hash,
        Instant at)
        implements CaseEvent {

    public AdvisoryRevised {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(advisory, "advisory");
        Objects.requireNonNull(publicId, "publicId");
        Counted.fromOne(revision);
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return advisory.toString();
    }
}
