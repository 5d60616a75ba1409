package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A published text was withdrawn; its page stays with a notice. Said by disclosure.
 *
 * @param advisory the advisory; also ce_subject
 * @param publicId its public id
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param at when it was decided
 */
public record AdvisoryWithdrawn(
        CaseId caseId, AdvisoryId advisory, PublicationId publicId, int revision, Instant at)
        implements CaseEvent {

    public AdvisoryWithdrawn {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(advisory, "advisory");
        Objects.requireNonNull(publicId, "publicId");
        Counted.fromOne(revision);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return advisory.toString();
    }
}
