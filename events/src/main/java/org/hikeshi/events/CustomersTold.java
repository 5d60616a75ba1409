package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * Everybody with an affected device was told of a publication (E5.3): each address took the mail,
 * or it came back and somebody followed that up. Said by the notifier once per advisory, also when
 * nobody is affected.
 *
 * @param advisory the advisory; also ce_subject
 * @param told customers whose server took the mail
 * @param unreachable customers without an address, or to whom no mail could be delivered
 * @param at when the last of them was settled
 */
public record CustomersTold(
        CaseId caseId, AdvisoryId advisory, int told, int unreachable, Instant at)
        implements CaseEvent {

    public CustomersTold {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(advisory, "advisory");
        Counted.fromZero(told);
        Counted.fromZero(unreachable);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return advisory.toString();
    }
}
