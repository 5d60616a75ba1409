package org.hikeshi.release.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit that asks for updates by itself.
 *
 * @param tenant first part of its address at {@code /ota}
 * @param controllerId its name there
 * @param serial of the unit it is
 * @param group for stages by group
 * @param attributesWanted whether it is asked to say what it is
 * @param lastContact UTC; null if it was never heard, and some seconds behind at most
 */
public record Device(
        UUID id,
        String tenant,
        String controllerId,
        String model,
        String serial,
        @Nullable String group,
        boolean attributesWanted,
        @Nullable Instant lastContact) {

    /** Where it asks, under the origin. */
    String path() {
        return "/ota/" + tenant + "/controller/v1/" + controllerId;
    }
}
