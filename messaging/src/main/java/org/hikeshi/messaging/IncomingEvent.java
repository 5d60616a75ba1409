package org.hikeshi.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was heard: its signature is good and its source may say its type.
 *
 * @param source the service that said it
 * @param time when the fact became true, UTC, as the source says
 * @param value the JSON body, not yet read
 */
public record IncomingEvent(
        UUID id,
        String type,
        String source,
        String key,
        String subject,
        Instant time,
        UUID correlationId,
        @Nullable UUID causationId,
        byte[] value) {}
