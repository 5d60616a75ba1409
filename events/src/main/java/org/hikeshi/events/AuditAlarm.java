package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A service's record of acts does not go on, or does again. Said by each service of itself, at once
 * and then at most once an hour for each cause while it lasts; nothing of the record is in it.
 *
 * @param service which service
 * @param cause why
 * @param state whether it is there or over
 * @param since since when it does not go on
 * @param at when this was said
 */
public record AuditAlarm(
        HouseService service, AlarmCause cause, AlarmState state, Instant since, Instant at)
        implements HouseEvent {

    public AuditAlarm {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
    }
}
