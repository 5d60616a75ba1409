package org.hikeshi.triage.standing;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose turn it is.
 *
 * @param party {@code desk}, {@code ciso}, {@code developer}, {@code outside} (a date, the devices)
 *     or {@code nobody}
 * @param since when it became theirs, UTC; empty if no fact says so
 */
public record Turn(String party, Optional<Instant> since) {}
