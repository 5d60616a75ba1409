package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a team is away for a time, and perhaps somebody stands in.
 *
 * @param staff who is away
 * @param deputy who stands in meanwhile, in a role of their own that the absent one has on the
 *     team; null if nobody does
 * @param from when it begins
 * @param until from when on the person is back
 */
public record Absence(StaffId staff, @Nullable StaffId deputy, Instant from, Instant until) {

    public Absence {
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /** Whether the person is away at that moment. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
