package org.hikeshi.system;

import java.nio.file.Path;
import org.hikeshi.system.compose.ComposeProject;
import org.jspecify.annotations.Nullable;

/**
 * One running system under example E for the tests that walk its journey, one after the other: its
 * start takes longer than many a test. The one that kills comes last and ends it; without that one
 * it ends with the JVM.
 *
 * <p>Where tests are to use containers, the one that walks has a system in containers, which it
 * ends itself; the one that kills needs processes.
 */
final class SystemUnderE {
    private static @Nullable RunningSystem running;

    private SystemUnderE() {}

    static RunningSystem forAWalk() throws Exception {
        return ComposeProject.wanted() ? RunningSystem.under(policy(), "journey-e") : ofProcesses();
    }

    /** To be called at the end of the walk. */
    static void walked(RunningSystem system) {
        if (ComposeProject.wanted()) {
            system.end();
        }
    }

    static synchronized RunningSystem ofProcesses() throws Exception {
        RunningSystem known = running;
        if (known == null) {
            known = RunningSystem.ofProcesses(policy(), "journey-e");
            running = known;
        }
        return known;
    }

    private static Path policy() throws Exception {
        return SecondsPolicy.e().writtenTo(Path.of("target", "policies").toAbsolutePath());
    }

    static synchronized void end() {
        RunningSystem known = running;
        if (known != null) {
            running = null;
            known.end();
        }
    }
}
