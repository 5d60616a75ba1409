package org.hikeshi.launcher.origin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One line per request: time, method, the matched prefix (never the path or its query), service,
 * status, milliseconds.
 */
public final class AccessLog {
    private final PrintWriter out;
    private final InstantSource clock;

    public AccessLog(Path file, InstantSource clock) {
        this.clock = clock;
        try {
            this.out =
                    new PrintWriter(
                            Files.newBufferedWriter(
                                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                            true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void line(String method, Optional<Routes.Route> route, int status, long nanos) {
        out.println(
                clock.instant().truncatedTo(ChronoUnit.MILLIS)
                        + " "
                        + (method.matches("[A-Z]{1,10}") ? method : "OTHER")
                        + " "
                        + route.map(known -> known.prefix() + " " + known.service())
                                .orElse("- none")
                        + " "
                        + status
                        + " "
                        + nanos / 1_000_000
                        + "ms");
    }
}
