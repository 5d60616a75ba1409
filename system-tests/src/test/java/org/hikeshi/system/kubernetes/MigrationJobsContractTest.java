package org.hikeshi.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hikeshi.system.compose.ComposeProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The Jobs of {@code k8s/base} in an empty PostgreSQL and Kafka, and a service that comes after
 * them: each run by the engine as its manifest says. Where tests are to use containers only.
 */
@Timeout(420)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationJobsContractTest {
    private static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");
    private static final Duration READY = Duration.ofMinutes(2);

    private @Nullable ComposeProject started;

    @BeforeAll
    void anEmptyDatabase() throws IOException {
        Assumptions.assumeTrue(ComposeProject.wanted(), "HIKESHI_TEST_PARTS=containers is not set");
        Path parent = Files.createDirectories(Path.of("target", "running").toAbsolutePath());
        Path home = Files.createTempDirectory(parent, "jobs-");
        Path policy =
                Files.copy(Manifests.root().resolve("k8s/base/policy.yaml"), home.resolve("p"));
        ComposeProject project = new ComposeProject("jobs", home, policy);
        started = project;
        project.begin();
        // A service does not begin where nobody knows the broker's name.
        project.wait("postgresql", "kafka");
    }

    @AfterAll
    void end() {
        ComposeProject project = started;
        if (project != null) {
            String name = new PodRun(new Manifests(List.of()), project).name();
            project.docker().status(project.console(), List.of("rm", "--force", name));
            project.end();
        }
    }

    @Test
    void theyMigrateAndAServiceStartsThatDoesNot() throws Exception {
        ComposeProject project = Objects.requireNonNull(started);
        Manifests kind = rendered();
        PodRun pods = new PodRun(kind, project);
        ObjectNode intake = kind.one("Deployment", "intake");

        // The controls: a service refuses an empty database, a Job one that it may not open.
        assertThat(ended(project, pods.words(intake, "intake", Map.of()))).isNotZero();
        assertThat(Files.readString(project.console()))
                .contains("Detected resolved migration not applied to database");
        Map<String, String> stranger =
                Map.of(
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "another",
                        "QUARKUS_FLYWAY_CONNECT_RETRIES",
                        "0");
        assertThat(ended(project, pods.words(job(kind, "migrate-intake"), "intake", stranger)))
                .isNotZero();

        for (String service : SERVICES) {
            assertThat(tables(project, service)).as(service).isZero();
            long began = System.nanoTime();
            List<String> run = pods.words(job(kind, "migrate-" + service), service, Map.of());
            assertThat(ended(project, run)).as("%s; see %s", service, project.console()).isZero();
            long tables = tables(project, service);
            System.out.printf(
                    "migration job of %s: %.1f s, %d tables%n",
                    service, (System.nanoTime() - began) / 1e9, tables);
            assertThat(tables).as(service).isGreaterThan(5);
        }

        List<String> topics = pods.words(job(kind, "topics"), "", Map.of());
        assertThat(ended(project, topics)).isZero();
        List<String> deployed = pods.words(intake, "intake", Map.of(), "--detach");
        assertThat(ended(project, deployed)).isZero();
        String probe =
                intake.at("/spec/template/spec/containers/0/readinessProbe/httpGet/path").asText();
        List<String> ask = List.of("exec", pods.name(), "/opt/hikeshi/healthy", probe, "probe");
        await("intake is ready; see " + project.console(), () -> ended(project, ask) == 0);
        assertThat(project.docker().said(List.of("exec", pods.name(), "printenv")))
                .contains("QUARKUS_FLYWAY_MIGRATE_AT_START=false");
    }

    private static Manifests rendered() throws InterruptedException {
        var kind = Manifests.rendered(Manifests.root().resolve("k8s/overlays/kind"));
        Assumptions.assumeTrue(kind.isPresent(), "kubectl 1.27 or newer is not here");
        return kind.orElseThrow();
    }

    private static ObjectNode job(Manifests manifests, String name) {
        return manifests.of("Job").stream()
                .filter(job -> Manifests.name(job).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static int ended(ComposeProject project, List<String> words) {
        return project.docker().status(project.console(), words);
    }

    private static long tables(ComposeProject project, String service) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + project.port("postgresql") + "/" + service;
        String query = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
        try (Connection db = DriverManager.getConnection(url, service, project.password(service));
                ResultSet rows = db.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + READY + ": " + what);
            }
            LockSupport.parkNanos(500_000_000);
        }
    }
}
