package org.hikeshi.parts;

import java.nio.file.Path;
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
 */
public record ProcessPlan(
        String name,
        Path home,
        Path log,
        String endSignal,
        List<String> command,
        Map<String, String> environment) {

    public ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Path pidFile() {
        return home.resolve(name + ".pid");
    }
}
