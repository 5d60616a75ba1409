package org.hikeshi.system;

import org.jspecify.annotations.Nullable;

/**
 * One running system under example E for the tests that walk its journey, one after the other: its
 * start takes longer than many a test. The one that kills comes last and ends it; without that one
 * it ends with the JVM.
 */
final class SystemUnderE {
    private static @Nullable RunningSystem running;

    private SystemUnderE() {}

    static synchronized RunningSystem get() throws Exception {
        RunningSystem known = running;
        if (known == null) {
            known = Journey.system(SecondsPolicy.e(), "journey-e");
            running = known;
        }
        return known;
    }

    static synchronized void end() {
        RunningSystem known = running;
        if (known != null) {
            running = null;
            known.launcher().end();
        }
    }
}
