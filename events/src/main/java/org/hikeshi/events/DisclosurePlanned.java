package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The date of a publication was set or moved. Said by disclosure.
 *
 * @param advisory the advisory; also ce_subject
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param date the date
 * @param at when it was decided
 */
public record DisclosurePlanned(
        CaseId caseId, AdvisoryId advisory, int revision, Instant date, Instant at)
        implements CaseEvent {

    public DisclosurePlanned {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(advisory, "advisory");
        Counted.fromOne(revision);
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return advisory.toString();
    }
}
