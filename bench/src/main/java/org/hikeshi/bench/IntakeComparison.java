package org.hikeshi.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A report taken over HTTP ÷ a bare transaction of two inserts over JDBC, same concurrency. */
final class IntakeComparison implements Comparison {
    private static final int REPORTS = 6_000;
    private static final int WARM_UP = 6_000;
    private static final String REPORT =
            """
            {"title": "Session of another user", "description": "%s",
             "product": {"name": "EG-100", "firmwareVersion": "2.4.0"},
             "reporter": {"language": "en"}}"""
                    .formatted("The cookie of the admin page is predictable. ".repeat(20));

    private final Ground ground = new Ground("bench_bare");
    private final HttpClient http = HttpClient.newHttpClient();
    private final IntakeProcess intake;

    IntakeComparison() throws Exception {
        Path root = Path.of(System.getProperty("hikeshi.root", "."));
        intake =
                new IntakeProcess(
                        root.resolve("intake-service/target/quarkus-app/quarkus-run.jar"),
                        Files.createTempDirectory("hikeshi-bench"));
        try (Connection connection = ground.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE bare_report (id uuid PRIMARY KEY, value bytea NOT NULL);"
                            + "CREATE TABLE bare_outbox (id uuid PRIMARY KEY, value bytea NOT NULL)");
        }
        Ground.perSecond(WARM_UP, this::report);
        Ground.perSecond(WARM_UP, this::bare);
    }

    @Override
    public String name() {
        return "intake POST ÷ bare two-insert transaction";
    }

    @Override
    public Aim aim() {
        return new Aim(0.30, 0.45);
    }

    @Override
    public double baseline() throws Exception {
        return Ground.perSecond(REPORTS, this::bare);
    }

    @Override
    public double measured() throws Exception {
        return Ground.perSecond(REPORTS, this::report);
    }

    private void bare() throws SQLException {
        try (Connection connection = ground.source().getConnection()) {
            connection.setAutoCommit(false);
            byte[] value = Ground.event().value();
            insert(connection, "INSERT INTO bare_report (id, value) VALUES (?, ?)", value);
            insert(connection, "INSERT INTO bare_outbox (id, value) VALUES (?, ?)", value);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void insert(Connection connection, String sql, byte[] value)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, value);
            insert.executeUpdate();
        }
    }

    private void report() throws IOException, InterruptedException {
        HttpRequest post =
                HttpRequest.newBuilder(intake.reports())
                        .header("Host", "localhost:8080")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REPORT))
                        .build();
        HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() throws Exception {
        intake.close();
        ground.close();
    }
}
