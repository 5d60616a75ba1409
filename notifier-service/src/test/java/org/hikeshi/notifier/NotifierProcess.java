package org.hikeshi.notifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hikeshi.parts.Ports;

/** The notifier as its users run it: a process of its own, from the packaged jar. */
public final class NotifierProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final Path log;
    private final int port;

    private NotifierProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * @param settings over what the world gives, as environment variables
     */
    public static NotifierProcess start(World world, int smtpPort, Map<String, String> settings)
            throws Exception {
        NotifierProcess notifier = launch(world, smtpPort, settings);
        World.await(Duration.ofSeconds(60), () -> notifier.ready() || !notifier.process.isAlive());
        if (!notifier.process.isAlive()) {
            throw new AssertionError("notifier did not start:\n" + notifier.log());
        }
        return notifier;
    }

    /** Without waiting for readiness: for starts that must fail. */
    public static NotifierProcess launch(World world, int smtpPort, Map<String, String> settings)
            throws IOException {
        int port = Ports.free();
        Path log = Files.createTempFile(world.folder(), "notifier", ".log");
        var builder =
                new ProcessBuilder(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx160m",
                                "-jar",
                                JAR.toAbsolutePath().toString()));
        var environment = new HashMap<>(world.environment("notifier", smtpPort));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(settings);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new NotifierProcess(builder.start(), log, port);
    }

    private boolean ready() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:"
                                                                    + port
                                                                    + "/q/health/ready"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    public boolean ended() {
        return !process.isAlive();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, then waits. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
