package org.hikeshi.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hikeshi.parts.MailFolder;
import org.hikeshi.system.compose.ComposeProject;
import org.jspecify.annotations.Nullable;

/**
 * The running system, started by the launcher as {@code ./hikeshi up} starts it, on free ports and
 * a folder of its own. Tests of one JVM share it and leave it running; it ends with the JVM, or
 * when a test begins that brings a system of its own.
 */
final class RunningSystem {
    static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private static @Nullable RunningSystem shared;
    // Told again to every test instead of starting what does not start.
    private static @Nullable AssertionError failure;

    private final Installation installation;
    private final ReporterClient reporter;

    private RunningSystem(Installation installation) {
        this.installation = installation;
        this.reporter = new ReporterClient(installation.origin());
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

    /**
     * Ends the shared one, so that it takes nothing from another; the next who asks starts anew.
     */
    static synchronized void endShared() {
        RunningSystem known = shared;
        if (known != null) {
            shared = null;
            known.end();
        }
    }

    /**
     * One of its own under a policy of its own, in containers if tests are to use them; whoever
     * starts it ends it.
     */
    static RunningSystem under(Path policy, String name) {
        return ComposeProject.wanted()
                ? new RunningSystem(ComposedSystem.under(policy, name))
                : ofProcesses(policy, name);
    }

    /** The same, and its processes can be killed one by one. */
    static RunningSystem ofProcesses(Path policy, String name) {
        return alone(Launcher.inFolder(name).with("HIKESHI_POLICY", policy.toString()));
    }

    /** One of its own as {@code ./hikeshi up} begins it; whoever starts it ends it. */
    static RunningSystem ofItsOwn(String name) {
        return alone(Launcher.inFolder(name));
    }

    private static RunningSystem alone(Launcher launcher) {
        endShared();
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::end));
        try {
            launcher.up();
        } catch (AssertionError notUp) {
            launcher.end();
            throw notUp;
        }
        return new RunningSystem(launcher);
    }

    Launcher launcher() {
        return (Launcher) installation;
    }

    void end() {
        installation.end();
    }

    URI origin() {
        return installation.origin();
    }

    int httpPort() {
        return origin().getPort();
    }

    int smtpPort() {
        return installation.smtpPort();
    }

    /** The folder of the installation, with all data and secrets. */
    Path data() {
        return installation.home();
    }

    /** Makes sure that whatever is kept anywhere lies, or has a copy, in {@link #data()}. */
    void bringAll() {
        installation.bringAll();
    }

    /** What the launcher said, on both streams. */
    Path console() {
        return installation.console();
    }

    ReporterClient reporter() {
        return reporter;
    }

    MailFolder mailFolder() {
        installation.bringMails();
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

    int port(String name) throws IOException {
        return Integer.parseInt(properties("ports.properties").getProperty(name));
    }

    /** Process ids by name, of those that live. */
    Map<String, Long> pids() {
        return PidFiles.living(data());
    }

    /** SIGKILL to a process of ours, by its pid file. */
    void kill(String name) {
        PidFiles.signal(data(), name, "KILL");
    }

    void freeze(String name) {
        PidFiles.signal(data(), name, "STOP");
    }

    void thaw(String name) {
        PidFiles.signal(data(), name, "CONT");
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
        return new Databases(data()).names();
    }

    /** As superuser. */
    Connection database(String name) throws SQLException {
        return new Databases(data()).open(name);
    }

    /** A new database for a control, with the URL that opens it. */
    String createDatabase(String name) throws SQLException {
        return new Databases(data()).create(name);
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
