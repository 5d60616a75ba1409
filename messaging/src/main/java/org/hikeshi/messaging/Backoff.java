package org.hikeshi.messaging;

import java.time.Duration;

/**
 * How long to wait after the n-th failure in a row: doubling from the first wait up to a longest.
 *
 * @param first after the first failure
 * @param longest never more than this
 */
public record Backoff(Duration first, Duration longest) {

    /**
     * @param failures in a row, at least 1
     */
    public Duration after(int failures) {
        long factor = 1L << Math.min(Math.max(failures - 1, 0), 30);
        Duration wait = first.multipliedBy(factor);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
