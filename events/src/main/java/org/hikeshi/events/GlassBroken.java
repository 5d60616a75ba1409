package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody took emergency access to a case they have no need to know of, for a short time and with
 * a reason on record. Said by triage.
 *
 * @param by who
 * @param role in which role they were signed in
 * @param until from when they no longer see the case
 * @param at when it was taken
 */
public record GlassBroken(CaseId caseId, StaffId by, StaffRole role, Instant until, Instant at)
        implements CaseEvent {

    public GlassBroken {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
