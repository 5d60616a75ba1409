package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A service put records aside that it could not deal with. Said by each service of itself, at most
 * once an hour for each cause; nothing of the records is in it.
 *
 * @param service which service
 * @param cause why
 * @param records how many since it was said last
 * @param since when the first of them was put aside
 * @param at when this was said
 */
public record EventParked(
        HouseService service, ParkedCause cause, int records, Instant since, Instant at)
        implements HouseEvent {

    public EventParked {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(cause, "cause");
        Counted.fromOne(records);
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
    }
}
