package org.hikeshi.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hikeshi.parts.MailFolder;

/** The running system, started once per test JVM as {@code ./hikeshi up} starts it. */
final class RunningSystem {
    static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    static RunningSystem get() {
        throw new org.opentest4j.TestAbortedException("the launcher is not built yet");
    }

    URI origin() {
        throw new UnsupportedOperationException();
    }

    int httpPort() {
        return origin().getPort();
    }

    int smtpPort() {
        throw new UnsupportedOperationException();
    }

    Path data() {
        throw new UnsupportedOperationException();
    }

    Path console() {
        throw new UnsupportedOperationException();
    }

    ReporterClient reporter() {
        return new ReporterClient(origin());
    }

    MailFolder mailFolder() {
        throw new UnsupportedOperationException();
    }

    Map<String, Long> pids() {
        throw new UnsupportedOperationException();
    }

    void kill(String name) {
        throw new UnsupportedOperationException();
    }

    void freeze(String name) {
        throw new UnsupportedOperationException();
    }

    void thaw(String name) {
        throw new UnsupportedOperationException();
    }

    boolean isReady(String name) {
        throw new UnsupportedOperationException();
    }

    boolean isQuiet() throws SQLException {
        throw new UnsupportedOperationException();
    }

    String kafka() {
        throw new UnsupportedOperationException();
    }

    List<String> databases() throws SQLException {
        throw new UnsupportedOperationException();
    }

    Connection database(String name) throws SQLException {
        throw new UnsupportedOperationException();
    }

    String createDatabase(String name) throws SQLException {
        throw new UnsupportedOperationException();
    }

    byte[] metrics(String service) throws IOException {
        throw new UnsupportedOperationException();
    }

    long count(String database, String table) throws SQLException {
        throw new UnsupportedOperationException();
    }
}
