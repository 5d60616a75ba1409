package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL keeps what was committed through SIGKILL, is safe by its settings, and is found again.
 */
class EmbeddedPostgres18IT {
    private static final Path BINARIES = Path.of("target", "parts");

    @TempDir private Path dir;

    @Test
    void committedRowsSurviveSigkillAndRestartOnTheSamePort() throws SQLException {
        try (var postgres = EmbeddedPostgres18.start(dir, Ports.free(), BINARIES)) {
            Database desk = postgres.database("desk", Secrets.random());
            execute(desk, "CREATE TABLE t(n int)", "INSERT INTO t VALUES (42)");
            int port = postgres.port();

            postgres.kill();
            assertThat(postgres.process().isAlive()).isFalse();
            assertThat(Ports.answers(port)).isFalse();
            postgres.restart();

            assertThat(postgres.port()).isEqualTo(port);
            assertThat(single(desk, "SELECT n FROM t")).isEqualTo("42");
        }
    }

    @Test
    void commitsAreForcedToDiskAndPasswordsAreScram() throws SQLException {
        try (var postgres = EmbeddedPostgres18.start(dir, Ports.free(), BINARIES)) {
            Database desk = postgres.database("desk", Secrets.random());

            assertThat(single(desk, "SHOW server_version")).isEqualTo(PostgresBinaries.VERSION);
            assertThat(single(desk, "SHOW fsync")).isEqualTo("on");
            assertThat(single(desk, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(single(desk, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(single(desk, "SELECT lower('É試')")).isEqualTo("é試");
            assertThatThrownBy(
                            () ->
                                    execute(
                                            new Database(desk.jdbcUrl(), desk.user(), "wrong"),
                                            "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
            try (var superuser = postgres.connect();
                    var row =
                            superuser
                                    .createStatement()
                                    .executeQuery(
                                            "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    @Test
    void aRoleSeesItsOwnDatabaseOnly() {
        try (var postgres = EmbeddedPostgres18.start(dir, Ports.free(), BINARIES)) {
            Database intake = postgres.database("intake", Secrets.random());
            Database triage = postgres.database("triage", Secrets.random());

            assertThatThrownBy(
                            () ->
                                    execute(
                                            new Database(
                                                    intake.jdbcUrl(),
                                                    triage.user(),
                                                    triage.password()),
                                            "SELECT 1"))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void theLogHoldsNoRowOfAViolatedConstraint() throws Exception {
        try (var postgres = EmbeddedPostgres18.start(dir, Ports.free(), BINARIES)) {
            Database desk = postgres.database("desk", Secrets.random());
            execute(
                    desk,
                    "CREATE TABLE t(mail text UNIQUE)",
                    "INSERT INTO t VALUES ('planted@example.com')");

            assertThatThrownBy(() -> execute(desk, "INSERT INTO t VALUES ('planted@example.com')"))
                    .isInstanceOf(SQLException.class);

            assertThat(Files.readString(postgres.process().log()))
                    .contains("duplicate key value")
                    .doesNotContain("planted");
        }
    }

    @Test
    void aServerLeftByAnEarlierStartIsFoundAndItsDataTakenOver() throws SQLException {
        int port = Ports.free();
        var left = EmbeddedPostgres18.start(dir, port, BINARIES);
        Database desk = left.database("desk", Secrets.random());
        execute(desk, "CREATE TABLE t(n int)", "INSERT INTO t VALUES (7)");
        long oldPid = left.process().pid();
        killWatchersOf(oldPid);
        assertThat(left.process().isAlive()).isTrue();

        try (var again = EmbeddedPostgres18.start(dir, port, BINARIES)) {
            assertThat(again.process().pid()).isNotEqualTo(oldPid);
            assertThat(ProcessHandle.of(oldPid).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
            assertThat(single(desk, "SELECT n FROM t")).isEqualTo("7");
        }
    }

    /**
     * The shell and its watching half die by SIGKILL, as on a machine short of memory, so nobody
     * ends the server.
     */
    private static void killWatchersOf(long pid) {
        ProcessHandle shell = ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow();
        shell.children()
                .filter(child -> child.pid() != pid)
                .forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        shell.onExit().join();
    }

    private static void execute(Database database, String... statements) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String single(Database database, String query) throws SQLException {
        try (var connection = open(database);
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }
}
