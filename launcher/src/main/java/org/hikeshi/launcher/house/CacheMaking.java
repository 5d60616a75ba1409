package org.hikeshi.launcher.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.parts.ProcessPlan;
import org.hikeshi.parts.WatchedProcess;

/**
 * One start cache being made with the lowest priority; if it is interrupted, the next run tries
 * again.
 */
record CacheMaking(Premises premises, String service, AotCaches.Making making) {
    void now() {
        Path home = premises.run().resolve("aot");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "nice",
                                "-n",
                                "19",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dhikeshi.part=" + home));
        command.addAll(making.words());
        var plan =
                new ProcessPlan(
                        "aot", home, premises.log().resolve("aot.log"), "TERM", command, Map.of());
        if (WatchedProcess.start(plan).ended().join() == 0) {
            making.done();
        }
    }
}
