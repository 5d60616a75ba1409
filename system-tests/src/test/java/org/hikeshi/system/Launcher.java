package org.hikeshi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hikeshi.parts.Ports;
import org.jspecify.annotations.Nullable;

/** One installation: a folder, three ports, and the launcher's process when it is up. */
final class Launcher implements Installation {
    private static final Duration UP = Duration.ofMinutes(8);

    private final Path home;
    private final Path console;
    private final Map<String, String> environment = new HashMap<>();
    private final int http;
    private final int smtp;
    private @Nullable Process process;

    private Launcher(Path home, Path console) {
        this.home = home;
        this.console = console;
        this.http = Ports.free();
        this.smtp = Ports.free();
        environment.put("HIKESHI_PORT_HTTP", String.valueOf(http));
        environment.put("HIKESHI_PORT_SMTP", String.valueOf(smtp));
        environment.put("HIKESHI_PORT_IMAP", String.valueOf(Ports.free()));
        // Recording what to cache costs more than these few starts would win by it.
        environment.put("HIKESHI_AOT", "off");
        environment.put("LANG", "C.UTF-8");
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** An installation of its own below {@code target/}, empty. */
    static Launcher inFolder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "running").toAbsolutePath());
            Path home = Files.createTempDirectory(parent, name + "-");
            return new Launcher(home, home.resolveSibling(home.getFileName() + ".console"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another launcher on the same folder and ports, as somebody starts it by mistake. */
    Launcher twin() {
        Launcher twin = new Launcher(home, home.resolveSibling(home.getFileName() + ".twin"));
        twin.environment.putAll(environment);
        return twin;
    }

    Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    @Override
    public URI origin() {
        return URI.create("http://localhost:" + http);
    }

    @Override
    public int smtpPort() {
        return smtp;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Path console() {
        return console;
    }

    /** The line that the {@code hikeshi} script starts. */
    private List<String> command() {
        Path built = root().resolve("launcher/target");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dhikeshi.root=" + root(),
                "-Dhikeshi.home=" + home,
                "-cp",
                built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                "org.hikeshi.launcher.Main",
                "serve");
    }

    /** The project's folder, whether a test is started there or in its module. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("routes.yaml"))) {
            here = Objects.requireNonNull(here.getParent(), "started outside the project");
        }
        return here;
    }

    /** Runs until {@link #down()}; returns when the launcher says that all is ready. */
    void up() {
        Process started = begin();
        Waiting.until(
                "the launcher says that all is ready; see " + console(),
                UP,
                () -> !started.isAlive() || Files.exists(home.resolve("run/ready")));
        if (!started.isAlive()) {
            throw new AssertionError("the launcher ended; see " + console());
        }
    }

    /** Starts without waiting. */
    Process begin() {
        try {
            Files.deleteIfExists(console());
            ProcessBuilder builder =
                    new ProcessBuilder(command())
                            .redirectErrorStream(true)
                            .redirectOutput(console().toFile());
            builder.environment().putAll(environment);
            Process started = builder.start();
            process = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends in order, as Ctrl-C does, and waits. */
    void down() {
        Process running = process;
        if (running != null) {
            running.destroy();
            CompletableFuture<Process> ended = running.onExit();
            ended.orTimeout(90, TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void bringMails() {
        // They are there.
    }

    @Override
    public void bringAll() {
        // It is there.
    }

    @Override
    public void end() {
        try {
            down();
        } catch (RuntimeException stuck) {
            Process running = process;
            if (running != null) {
                running.destroyForcibly();
            }
        }
    }
}
