package org.hikeshi.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * PostgreSQL 18 as a process of its own: fsync on, scram only, TCP on 127.0.0.1 only, a role per
 * database.
 *
 * <p>As root it runs in a user namespace of its own ({@code unshare -U}), since PostgreSQL refuses
 * to be root. Nothing a client sends is written to its log: no statements, no details.
 */
public final class EmbeddedPostgres18 implements Part {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Path dir;
    private final int port;
    private final String password;
    private WatchedProcess process;

    private EmbeddedPostgres18(Path dir, int port, String password, WatchedProcess process) {
        this.dir = dir;
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /**
     * Starts on {@code dir} (made at the first start, kept ever after) and returns when it answers.
     *
     * @param binaries folder that the programs are unpacked into once
     */
    public static EmbeddedPostgres18 start(Path dir, int port, Path binaries) {
        try {
            Path absolute = dir.toAbsolutePath().normalize();
            Files.createDirectories(absolute);
            String password = Secrets.keptIn(absolute.resolve("superuser.password"));
            Path programs = PostgresBinaries.unpacked(binaries.toAbsolutePath().normalize());
            if (!Files.exists(absolute.resolve("data"))) {
                PostgresFolder.initialise(absolute, programs);
            }
            ProcessPlan plan = PostgresFolder.plan(absolute, port, programs);
            var postgres =
                    new EmbeddedPostgres18(absolute, port, password, WatchedProcess.attached(plan));
            postgres.restart();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server that another class loader of this JVM started. */
    static EmbeddedPostgres18 attached(Path dir, int port, Path binaries) {
        try {
            Path absolute = dir.toAbsolutePath().normalize();
            String password = Secrets.keptIn(absolute.resolve("superuser.password"));
            ProcessPlan plan =
                    PostgresFolder.plan(
                            absolute,
                            port,
                            PostgresBinaries.unpacked(binaries.toAbsolutePath().normalize()));
            return new EmbeddedPostgres18(absolute, port, password, WatchedProcess.attached(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restart() {
        process.stop();
        // After SIGKILL the children still hold the shared memory for a moment, and the server
        // refuses to start until they are gone.
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            removeStaleLock();
            process.startAgain();
            try {
                process.awaitReady(this::answers, START_LIMIT);
                return;
            } catch (PartFailed early) {
                if (!Folders.lastLines(process.log(), 5).contains("still in use")
                        || System.nanoTime() > deadline) {
                    throw early;
                }
            }
        }
    }

    /**
     * In a container pids repeat: PostgreSQL would take a stranger with the old pid for itself. No
     * process of ours runs now.
     */
    private void removeStaleLock() {
        Path lock = dir.resolve("data/postmaster.pid");
        try {
            if (Files.exists(lock) && !process.isAlive()) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        if (!Ports.answers(port)) {
            return false;
        }
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A superuser connection to the database {@code postgres}. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(PostgresFolder.SUPERUSER), PostgresFolder.SUPERUSER, password);
    }

    /**
     * Makes the database and a role of the same name with this password, or only sets the password
     * if both are there.
     */
    public Database database(String name, String rolePassword) {
        if (!NAME.matcher(name).matches()
                || rolePassword.contains("'")
                || rolePassword.contains("\\")) {
            throw new IllegalArgumentException(
                    "database name or password has characters that are not allowed");
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
            statement.execute(
                    (known ? "ALTER" : "CREATE")
                            + " ROLE "
                            + name
                            + " LOGIN PASSWORD '"
                            + rolePassword
                            + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            return new Database(jdbcUrl(name), name, rolePassword);
        } catch (SQLException e) {
            throw new PartFailed(
                    "PostgreSQL could not make the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    @Override
    public WatchedProcess process() {
        return process;
    }
}
