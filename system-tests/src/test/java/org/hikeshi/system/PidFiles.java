package org.hikeshi.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Who runs in an installation, by the files in which the launcher notes it. */
final class PidFiles {
    private static final List<String> PARTS = List.of("postgresql", "kafka", "mailbox");

    private PidFiles() {}

    /** Process ids by name, of those that live. */
    static Map<String, Long> living(Path home) {
        Map<String, Long> pids = new TreeMap<>();
        RunningSystem.SERVICES.forEach(name -> pid(home.resolve("run").resolve(name), name, pids));
        PARTS.forEach(name -> pid(home.resolve("data").resolve(name), name, pids));
        return pids;
    }

    static void signal(Path home, String name, String signal) {
        long pid = Objects.requireNonNull(living(home).get(name), name + " does not run");
        try {
            new ProcessBuilder("kill", "-s", signal, String.valueOf(pid))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pid(Path folder, String name, Map<String, Long> pids) {
        try {
            long pid = Long.parseLong(Files.readString(folder.resolve(name + ".pid")).strip());
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                pids.put(name, pid);
            }
        } catch (IOException | NumberFormatException notRunning) {
            // It is just being restarted.
        }
    }
}
