package org.hikeshi.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits: never its content.
 *
 * @param key mostly the id of a case; shown to nobody, like {@code eventId}
 * @param source null, like {@code eventId} and {@code type}, if the record could not be read so far
 * @param cause {@code forged}, {@code unreadable}, {@code unexpected} or {@code behind} (its key is
 *     parked)
 * @param reason one line by class and code
 * @param nextAttemptAt null if it waits for those before it
 */
public record ParkedRecord(
        UUID id,
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable String source,
        @Nullable UUID eventId,
        @Nullable String type,
        String cause,
        String reason,
        int attempts,
        Instant parkedAt,
        @Nullable Instant nextAttemptAt) {}
