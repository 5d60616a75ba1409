package org.hikeshi.messaging;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Event ids: UUIDv7 (RFC 9562 §5.7), milliseconds in front so that indexes grow at one end. */
public final class EventIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private EventIds() {}

    /** A new id. Order among ids of the same millisecond is arbitrary; nothing rests on it. */
    public static UUID next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
