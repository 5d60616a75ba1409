package org.hikeshi.trust;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers which tokens were shown until they are too old to be shown again. Only tokens with a
 * good signature get here, so a stranger cannot fill it.
 */
final class SpentTokens {

    private static final int SWEEP_AT = 1024;

    private final Map<String, Instant> forgetAt = new HashMap<>();
    private int sweepAt = SWEEP_AT;

    /** False if it was spent before. */
    synchronized boolean spend(String token, Instant until, Instant now) {
        if (forgetAt.size() >= sweepAt) {
            forgetAt.values().removeIf(now::isAfter);
            // Twice what is left, so that sweeping costs each token a constant share.
            sweepAt = Math.max(SWEEP_AT, 2 * forgetAt.size());
        }
        return forgetAt.putIfAbsent(token, until) == null;
    }

    synchronized int size() {
        return forgetAt.size();
    }
}
