package org.hikeshi.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.hikeshi.launcher.house.DeclaredTopics;
import org.hikeshi.launcher.origin.AccessLog;
import org.hikeshi.launcher.origin.Look;
import org.hikeshi.launcher.origin.Origin;
import org.hikeshi.launcher.origin.Routes;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.EmbeddedPostgres18;
import org.hikeshi.parts.KafkaProcess;
import org.hikeshi.parts.Ports;
import org.hikeshi.parts.ProcessPlan;
import org.hikeshi.parts.WatchedProcess;
import org.jspecify.annotations.Nullable;

/**
 * All five services as {@code deployed}: with what {@code prepare} hands out for such a workspace,
 * an approved policy, TLS in front, people of an identity provider and none of their own. Nothing
 * of the trial runs: no launcher, no mailbox.
 */
final class DeployedSystem implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final DeployedPlaces places;
    private final int https = Ports.free();
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<WatchedProcess> services = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable EmbeddedPostgres18 postgres;
    private @Nullable KafkaProcess kafka;
    private @Nullable Origin door;
    private @Nullable TlsTerminator tls;

    private DeployedSystem(DeployedPlaces places) {
        this.places = places;
        RunningSystem.SERVICES.forEach(name -> ports.put(name, Ports.free()));
    }

    static DeployedSystem inFolder(Path home, Certificate certificate) {
        return new DeployedSystem(new DeployedPlaces(home, certificate));
    }

    URI origin() {
        return URI.create("https://localhost:" + https);
    }

    /** Returns when all five are ready. */
    void up(String provider, Path clientSecret) throws Exception {
        CompletableFuture<?> parts =
                CompletableFuture.allOf(
                        CompletableFuture.runAsync(this::startPostgres),
                        CompletableFuture.runAsync(this::startKafka),
                        CompletableFuture.runAsync(places::prepare));
        parts.join();
        for (String service : RunningSystem.SERVICES) {
            Path part = Files.createDirectories(places.home().resolve("run").resolve(service));
            services.add(
                    WatchedProcess.start(plan(service, part, provider, clientSecret, Map.of())));
        }
        for (WatchedProcess service : services) {
            service.awaitReady(() -> ready(service.name()), START);
        }
        open();
    }

    private void startPostgres() {
        postgres =
                EmbeddedPostgres18.start(
                        places.home().resolve("postgresql"),
                        Ports.free(),
                        places.home().resolveSibling("programs"));
    }

    private void startKafka() {
        KafkaProcess started = KafkaProcess.start(places.home().resolve("kafka"), Ports.free());
        kafka = started;
        DeclaredTopics.make(started.bootstrapServers());
    }

    private void open() throws Exception {
        Map<String, InetSocketAddress> addresses = new HashMap<>();
        ports.forEach(
                (name, port) -> addresses.put(name, new InetSocketAddress("127.0.0.1", port)));
        Origin origin =
                new Origin(
                        Routes.read(DeployedPlaces.root().resolve("routes.yaml")),
                        List.of("localhost:" + https),
                        addresses,
                        new Look(),
                        _ -> false,
                        new AccessLog(places.home().resolve("origin.log"), Clock.systemUTC()));
        door = origin;
        int plain = origin.listen(new InetSocketAddress("127.0.0.1", 0));
        tls = TlsTerminator.begin(places.certificate().context(), https, plain);
    }

    /**
     * What the log of a service says that was started with one more variable, once it has ended.
     */
    String refusal(String service, String provider, Path clientSecret, Map<String, String> more)
            throws IOException {
        Map<String, String> other = new HashMap<>(more);
        other.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.free()));
        Path part = Files.createDirectories(places.home().resolve("run/refused"));
        WatchedProcess started =
                WatchedProcess.start(plan(service, part, provider, clientSecret, other));
        try {
            int code = started.ended().orTimeout(90, java.util.concurrent.TimeUnit.SECONDS).join();
            return code + "\n" + Files.readString(started.log());
        } finally {
            started.kill();
        }
    }

    private ProcessPlan plan(
            String service, Path part, String provider, Path clientSecret, Map<String, String> more)
            throws IOException {
        Map<String, String> all = places.variables(service);
        all.put("HIKESHI_ORIGIN", origin().toString());
        all.put("HIKESHI_OIDC_SERVER", provider);
        all.put("HIKESHI_OIDC_SECRET_FILE", clientSecret.toString());
        Database database =
                Objects.requireNonNull(postgres)
                        .database(service, places.databasePassword(service));
        all.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        all.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        all.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        all.put("HIKESHI_KAFKA", Objects.requireNonNull(kafka).bootstrapServers());
        ports.forEach(
                (name, port) ->
                        all.put(
                                "HIKESHI_" + name.toUpperCase(java.util.Locale.ROOT) + "_URL",
                                "http://127.0.0.1:" + port));
        all.put("QUARKUS_HTTP_PORT", String.valueOf(ports.get(service)));
        all.putAll(more);
        return new ProcessPlan(
                service,
                part,
                part.resolveSibling(part.getFileName() + ".log"),
                "TERM",
                DeployedPlaces.command(service, part),
                all);
    }

    private boolean ready(String service) {
        try {
            HttpRequest asked =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/q/health/ready"
                                                    .formatted(ports.get(service))))
                            .timeout(Duration.ofSeconds(3))
                            .build();
            return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (tls != null) {
            tls.close();
        }
        if (door != null) {
            door.close();
        }
        services.parallelStream().forEach(WatchedProcess::stop);
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        http.close();
    }
}
