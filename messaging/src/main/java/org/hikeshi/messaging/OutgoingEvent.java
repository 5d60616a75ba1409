package org.hikeshi.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its service says it (CloudEvents 1.0). The source is the service's own name and is
 * added by the relay.
 *
 * @param id UUIDv7, see {@link EventIds}; unique for ever
 * @param type {@code org.hikeshi.<name>.v<n>}
 * @param key the partition key: events of one key stay in order
 * @param subject what the event is about, an id
 * @param time when the fact became true, UTC; kept to the microsecond
 * @param correlationId the same for everything that followed from one cause
 * @param causationId the event that led to this one, if an event did
 * @param value the JSON body; not copied, do not change it afterwards
 */
public record OutgoingEvent(
        UUID id,
        String type,
        String key,
        String subject,
        Instant time,
        UUID correlationId,
        @Nullable UUID causationId,
        byte[] value) {

    public OutgoingEvent {
        if (key.isEmpty() || type.isEmpty()) {
            throw new IllegalArgumentException("an event needs a key and a type");
        }
        time =
                time.truncatedTo(
                        ChronoUnit.MICROS); // what PostgreSQL keeps: the signed time must read back
        // equal
    }
}
