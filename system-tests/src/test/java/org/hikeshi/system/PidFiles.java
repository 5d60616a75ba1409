package org.hikeshi.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
