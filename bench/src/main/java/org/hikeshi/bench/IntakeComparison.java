package org.hikeshi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A report taken over HTTP ÷ a bare transaction of two inserts over JDBC, same concurrency. */
final class IntakeComparison implements Comparison {
    private static final int REPORTS = 6_000;
    private static final int WARM_UP = 24_000;
    private static final String REPORT =
            """
            {"title": "Session of another user", "description": "%s",
             "product": {"name": "EG-100", "firmwareVersion": "2.4.0"},
             "reporter": {"language": "en"}}"""
                    .formatted("The cookie of the admin page is predictable. ".repeat(20));

    private final Ground ground = new Ground("bench_bare");
    private final BlockingQueue<KeptLine> lines = new LinkedBlockingQueue<>();
    private final IntakeProcess intake;
    private final byte[] post;

    IntakeComparison() throws Exception {
        Path root = Path.of(System.getProperty("hikeshi.root", "."));
        intake =
                new IntakeProcess(
                        root.resolve("intake-service/target/quarkus-app/quarkus-run.jar"),
                        Files.createTempDirectory("hikeshi-bench"));
        post = KeptLine.post(intake.reports(), "localhost:8080", REPORT);
        for (int line = 0; line < Ground.CONCURRENCY; line++) {
            lines.add(new KeptLine(intake.reports()));
        }
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

    private void report() throws Exception {
        KeptLine line = lines.take();
        line.created(post);
        lines.put(line);
    }

    @Override
    public void close() throws Exception {
        for (KeptLine line : lines) {
            line.close();
        }
        intake.close();
        ground.close();
    }
}
