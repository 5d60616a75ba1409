package org.hikeshi.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the operating system tells about processes, and signals to them. */
final class Processes {
    /** Far longer than replacing a program takes, short for one that is dead and not yet buried. */
    private static final Duration REPLACED = Duration.ofMillis(500);

    private Processes() {}

    /**
     * The living process of the pid file, if its command names the folder: a pid may have been
     * given to a stranger.
     */
    static Optional<ProcessHandle> named(Path pidFile, Path folder) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> commandLine(handle).contains(folder.toString()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * A process that just replaces its program shows nothing, or one letter, for that moment: the
     * whole line ends with a NUL.
     */
    private static String commandLine(ProcessHandle handle) {
        Path proc = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        long end = System.nanoTime() + REPLACED.toNanos();
        try {
            while (true) {
                String line = new String(Files.readAllBytes(proc), StandardCharsets.UTF_8);
                if (line.endsWith("\0") || !handle.isAlive() || System.nanoTime() > end) {
                    return line;
                }
                LockSupport.parkNanos(1_000_000);
            }
        } catch (IOException e) {
            return handle.info().commandLine().orElse("");
        }
    }

    static void sendSignal(long pid, String signal) {
        try {
            new ProcessBuilder("kill", "-s", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks every 15 ms; false if the limit passed or the thread was interrupted. */
    static boolean waitUntil(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(15_000_000);
        }
        return true;
    }
}
