package org.hikeshi.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * PostgreSQL 18 as a process of its own: fsync on, scram only, TCP on 127.0.0.1 only, a role per
 * database.
 *
 * <p>As root it runs in a user namespace of its own ({@code unshare -U}), since PostgreSQL refuses
 * to be root. Nothing a client sends is written to its log: no statements, no details.
 */
public final class EmbeddedPostgres18 implements ProcessPart, PostgresServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

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

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(PostgresFolder.SUPERUSER), PostgresFolder.SUPERUSER, password);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public WatchedProcess process() {
        return process;
    }
}
