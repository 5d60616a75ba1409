package org.hikeshi.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.hikeshi.parts.MailFolder;
import org.jspecify.annotations.Nullable;

/**
 * The running system, started once per test JVM by the launcher as {@code ./hikeshi up} starts it,
 * on free ports and a folder of its own; ended with the JVM. Tests share it and leave it running.
 */
final class RunningSystem {
    static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private static @Nullable RunningSystem shared;
    // Told again to every test instead of starting what does not start.
    private static @Nullable AssertionError failure;

    private final Launcher launcher;
    private final ReporterClient reporter;

    private RunningSystem(Launcher launcher) {
        this.launcher = launcher;
        this.reporter = new ReporterClient(launcher.origin());
    }

    static synchronized RunningSystem get() {
        if (failure != null) {
            throw new AssertionError("the system did not start: " + failure.getMessage(), failure);
        }
        RunningSystem known = shared;
        if (known == null) {
            Launcher launcher = Launcher.inFolder("shared");
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::end));
            try {
                launcher.up();
            } catch (AssertionError e) {
                failure = e;
                throw e;
            }
            known = new RunningSystem(launcher);
            shared = known;
        }
        return known;
    }

    /** One of its own under a policy of its own; whoever starts it ends it. */
    static RunningSystem under(Path policy, String name) {
        Launcher launcher = Launcher.inFolder(name).with("HIKESHI_POLICY", policy.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::end));
        launcher.up();
        return new RunningSystem(launcher);
    }

    Launcher launcher() {
        return launcher;
    }

    URI origin() {
        return launcher.origin();
    }

    int httpPort() {
        return origin().getPort();
    }

    int smtpPort() {
        return launcher.smtpPort();
    }

    /** The folder of the installation, with all data and secrets. */
    Path data() {
        return launcher.home();
    }

    /** What the launcher said, on both streams. */
    Path console() {
        return launcher.console();
    }

    ReporterClient reporter() {
        return reporter;
    }

    MailFolder mailFolder() {
        return new MailFolder(data().resolve("data/mailbox/mails"));
    }

    String password(String person) throws IOException {
        return Objects.requireNonNull(
                properties("people.properties").getProperty(person + ".password"));
    }

    MailboxClient mailbox() throws IOException {
        return new MailboxClient(reporter, "it-operations", password("it-operations"));
    }

    /** All local people with their passwords. */
    Properties people() throws IOException {
        return properties("people.properties");
    }

    private Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(data().resolve(file))) {
            properties.load(in);
        }
        return properties;
    }

    private int port(String name) throws IOException {
        return Integer.parseInt(properties("ports.properties").getProperty(name));
    }

    /** Process ids by name, of those that live. */
    Map<String, Long> pids() {
        return PidFiles.living(data());
    }

    /** SIGKILL to a process of ours, by its pid file. */
    void kill(String name) {
        signal(name, "KILL");
    }

    void freeze(String name) {
        signal(name, "STOP");
    }

    void thaw(String name) {
        signal(name, "CONT");
    }

    private void signal(String name, String signal) {
        long pid = Objects.requireNonNull(pids().get(name), name + " does not run");
        try {
            new ProcessBuilder("kill", "-s", signal, String.valueOf(pid))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it answers as somebody who works. */
    boolean isReady(String name) throws Exception {
        return new Readiness(this).of(name);
    }

    /** All are ready, nothing is unpublished, no mail is owed. */
    boolean isQuiet() throws Exception {
        for (String service : SERVICES) {
            if (!isReady(service)
                    || one(service, "SELECT count(*) FROM ledger WHERE published_at IS NULL") > 0) {
                return false;
            }
        }
        return one("notifier", "SELECT count(*) FROM obligation WHERE state = 'OWED'") == 0;
    }

    String kafka() {
        try {
            return "127.0.0.1:" + port("kafka");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All databases of the server but its templates. */
    List<String> databases() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection db = database("postgres");
                Statement statement = db.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT datname FROM pg_database WHERE datallowconn ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** As superuser. */
    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(name));
    }

    private String jdbcUrl(String database) throws SQLException {
        try {
            return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=%s&connectTimeout=3&socketTimeout=60"
                    .formatted(
                            port("postgresql"),
                            database,
                            Files.readString(data().resolve("data/postgresql/superuser.password"))
                                    .strip());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** A new database for a control, with the URL that opens it. */
    String createDatabase(String name) throws SQLException {
        try (Connection db = database("postgres");
                Statement statement = db.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
        return jdbcUrl(name);
    }

    long count(String database, String table) throws SQLException {
        return one(database, "SELECT count(*) FROM " + table);
    }

    long one(String database, String query) throws SQLException {
        try (Connection db = database(database);
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    byte[] metrics(String service) throws IOException {
        return service(service, "/q/metrics").http().body();
    }

    /** Asks a service on its internal port, which the origin never routes. */
    ReporterClient.Reply service(String name, String path) throws IOException {
        return new ReporterClient(URI.create("http://127.0.0.1:" + port(name))).get(path);
    }
}
