package org.hikeshi.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A process that ends with its starter, can be killed alone and is found again by its pid file.
 *
 * <p>Between us and the process stands a small shell script holding the other end of a pipe; when
 * this JVM ends, even by SIGKILL, the pipe closes and the script ends the process in order.
 */
public final class WatchedProcess {
    private static final Duration ORDERLY_END = Duration.ofSeconds(25);

    private final ProcessPlan plan;
    private volatile @Nullable Process shell;

    private WatchedProcess(ProcessPlan plan) {
        this.plan = plan;
    }

    /** Ends what an earlier start left behind, then starts the process and returns at once. */
    public static WatchedProcess start(ProcessPlan plan) {
        var process = new WatchedProcess(plan);
        process.begin();
        return process;
    }

    /** A process that somebody else in this JVM started from an equal plan. */
    static WatchedProcess attached(ProcessPlan plan) {
        return new WatchedProcess(plan);
    }

    private void begin() {
        try {
            Files.createDirectories(plan.home());
            Files.createDirectories(
                    Objects.requireNonNull(plan.log().toAbsolutePath().getParent()));
            endLeftOver();
            List<String> words =
                    new ArrayList<>(
                            List.of(
                                    "/bin/sh",
                                    "-c",
                                    watchScript(),
                                    "hikeshi-" + plan.name(),
                                    plan.pidFile().toString(),
                                    plan.endSignal()));
            words.addAll(plan.command());
            var builder =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(plan.log().toFile()));
            builder.environment().putAll(plan.environment());
            shell = builder.start();
            Processes.waitUntil(
                    () -> Files.exists(plan.pidFile()) || !shellAlive(), Duration.ofSeconds(10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String watchScript() throws IOException {
        try (var script = WatchedProcess.class.getResourceAsStream("/org/hikeshi/parts/watch.sh")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void endLeftOver() throws IOException {
        ours().ifPresent(old -> end(old, plan.endSignal()));
        Files.deleteIfExists(plan.pidFile());
    }

    private static void end(ProcessHandle old, String signal) {
        Processes.sendSignal(old.pid(), signal);
        if (!Processes.waitUntil(() -> !old.isAlive(), ORDERLY_END)) {
            old.destroyForcibly();
            Processes.waitUntil(() -> !old.isAlive(), ORDERLY_END);
        }
    }

    /**
     * Ends what the pid file names if it is a process of the folder the file lies in, with the
     * signal by which that program ends in order.
     */
    public static void endLeftOver(Path pidFile) {
        Processes.named(pidFile, Objects.requireNonNull(pidFile.toAbsolutePath().getParent()))
                .ifPresent(old -> end(old, pidFile.endsWith("postgresql.pid") ? "INT" : "TERM"));
    }

    private Optional<ProcessHandle> ours() {
        return Processes.named(plan.pidFile(), plan.home());
    }

    /**
     * Pid of the process itself (not of the watching shell); {@link PartFailed} if it does not run.
     */
    public long pid() {
        return ours().orElseThrow(() -> new PartFailed(plan.name() + " does not run")).pid();
    }

    public boolean isAlive() {
        return ours().isPresent();
    }

    private boolean shellAlive() {
        Process own = shell;
        return own != null && own.isAlive();
    }

    public ProcessPlan plan() {
        return plan;
    }

    public String name() {
        return plan.name();
    }

    public Path log() {
        return plan.log();
    }

    /** Completes with the exit status when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        Process own = shell;
        return own == null ? new CompletableFuture<>() : own.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits for the condition; an early end of the process or the deadline is a {@link PartFailed}
     * with the last lines of its log.
     */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        Processes.waitUntil(() -> !isAlive() || ready.getAsBoolean(), limit);
        if (!isAlive()) {
            throw new PartFailed(
                    plan.name()
                            + " ended while starting; its log "
                            + plan.log()
                            + " ends with: "
                            + Folders.lastLines(plan.log(), 3));
        }
        if (!ready.getAsBoolean()) {
            throw new PartFailed(
                    plan.name()
                            + " was not ready after "
                            + limit.toSeconds()
                            + " s; see "
                            + plan.log());
        }
    }

    /**
     * Asks for an orderly end and waits; after the patience of its plan kills; true if it was there
     * and ended in order.
     */
    public boolean stop() {
        Optional<ProcessHandle> handle = ours();
        Process own = shell;
        handle.ifPresent(h -> Processes.sendSignal(h.pid(), plan.endSignal()));
        boolean gone =
                Processes.waitUntil(
                        () -> handle.map(h -> !h.isAlive()).orElse(true), plan.patience());
        if (!gone) {
            kill();
        }
        awaitShell(own);
        return gone && handle.isPresent();
    }

    /** SIGKILL to the process, then waits until it is gone. */
    public void kill() {
        Process own = shell;
        ours().ifPresent(
                        handle -> {
                            handle.destroyForcibly();
                            Processes.waitUntil(() -> !handle.isAlive(), ORDERLY_END);
                        });
        awaitShell(own);
    }

    /** Starts the process again from the same plan. */
    public void startAgain() {
        stop();
        begin();
    }

    /** Sends a signal by name, e.g. {@code STOP}. */
    public void signal(String name) {
        Processes.sendSignal(pid(), name);
    }

    private static void awaitShell(@Nullable Process own) {
        if (own == null) {
            return;
        }
        try {
            if (!own.waitFor(ORDERLY_END.toSeconds(), TimeUnit.SECONDS)) {
                own.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
