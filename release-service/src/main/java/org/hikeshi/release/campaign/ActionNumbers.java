package org.hikeshi.release.campaign;

import java.security.SecureRandom;

/**
 * Names of actions as devices see them: positive numbers of nine digits, which every client can
 * hold, and random, so that nobody counts our actions by them. Unique per device.
 */
final class ActionNumbers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FIRST = 100_000_000;
    private static final int END = 1_000_000_000;

    private ActionNumbers() {}

    static int next() {
        return RANDOM.nextInt(FIRST, END);
    }
}
