package org.hikeshi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.parts.Ports;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SigningKey;

/**
 * The packaged intake service as a process of its own, with the JVM's full compiler, on the shared
 * parts. Nothing else runs, so that only the way of a report is measured.
 */
final class IntakeProcess implements AutoCloseable {
    static final String ORIGIN = "http://localhost:8080";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    IntakeProcess(Path program, Path folder) throws Exception {
        if (!Files.exists(program)) {
            throw new IllegalStateException("build first, there is no " + program);
        }
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        program.toString());
        builder.environment().putAll(environment(folder));
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("intake.log").toFile());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(folder);
    }

    URI reports() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/reports");
    }

    private Map<String, String> environment(Path folder) throws IOException {
        Database database = PartsForTests.createDatabase("bench_intake");
        MasterKey.create(folder.resolve("master.p12"), "bench".toCharArray());
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.writeString(folder.resolve("intake.secret"), HexFormat.of().formatHex(secret));
        String policy = PolicyFile.bundledText(PolicyFile.bundled().getFirst()).orElseThrow();
        return Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database.user()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.password()),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("HIKESHI_ORIGIN", ORIGIN),
                Map.entry("HIKESHI_WORKSPACE", "trial"),
                Map.entry("HIKESHI_KAFKA", PartsForTests.bootstrapServers()),
                Map.entry("HIKESHI_SERVICE_KEY", key(folder).toString()),
                Map.entry("HIKESHI_KEY_DIRECTORY", folder.resolve("keys").toString()),
                Map.entry("HIKESHI_MASTER_KEYSTORE", folder.resolve("master.p12").toString()),
                Map.entry(
                        "HIKESHI_MASTER_PASSWORD_FILE",
                        Files.writeString(folder.resolve("password"), "bench\n").toString()),
                Map.entry("HIKESHI_INTAKE_SECRET_FILE", folder.resolve("intake.secret").toString()),
                Map.entry(
                        "HIKESHI_POLICY",
                        Files.writeString(
                                        folder.resolve("policy.yaml"),
                                        policy,
                                        StandardCharsets.UTF_8)
                                .toString()));
    }

    private static Path key(Path folder) throws IOException {
        SigningKey key = SigningKey.generate("intake-1");
        Path pem = folder.resolve("intake.pem");
        key.write(pem);
        KeyDirectory.write(
                Files.createDirectories(folder.resolve("keys")),
                new KeyEntry("intake-1", "intake", key.publicKey(), Instant.EPOCH, null, null));
        return pem;
    }

    private void awaitReady(Path folder) throws Exception {
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                        .timeout(Duration.ofSeconds(3))
                        .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It listens a moment later.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "intake did not start; its last words: " + lastWords(folder));
    }

    private static List<String> lastWords(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("intake.log"));
        return lines.subList(Math.max(0, lines.size() - 5), lines.size());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
