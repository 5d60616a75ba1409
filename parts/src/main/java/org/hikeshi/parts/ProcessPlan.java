package org.hikeshi.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run as a process of its own.
 *
 * @param name short name for messages, files and the process list
 * @param home folder of its pid file; its path stands in the command so that a left-over process is
 *     recognised as ours
 * @param log file that standard output and error are appended to
 * @param endSignal signal name that asks for an orderly end ({@code TERM}, for PostgreSQL {@code
 *     INT})
 * @param command program and arguments
 * @param environment variables added to those of this process
 * @param patience how long an orderly end may take before SIGKILL
 */
public record ProcessPlan(
        String name,
        Path home,
        Path log,
        String endSignal,
        List<String> command,
        Map<String, String> environment,
        Duration patience) {

    public ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** With 25 s for an orderly end. */
    public ProcessPlan(
            String name,
            Path home,
            Path log,
            String endSignal,
            List<String> command,
            Map<String, String> environment) {
        this(name, home, log, endSignal, command, environment, Duration.ofSeconds(25));
    }

    Path pidFile() {
        return home.resolve(name + ".pid");
    }
}
