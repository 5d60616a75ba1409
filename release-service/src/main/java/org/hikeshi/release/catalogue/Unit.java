package org.hikeshi.release.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One device in the field.
 *
 * @param version as it was last told or measured
 * @param customerId opaque id of the customer registry; absent if nobody knows whose it is
 * @param supportEnds last day of this unit's own entitlement (A8)
 */
public record Unit(
        UUID product,
        String serial,
        String model,
        String version,
        @Nullable String customerId,
        @Nullable LocalDate supportEnds) {}
