package org.hikeshi.messaging;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.Patience;
import org.hikeshi.trust.audit.RecordTables;
import org.hikeshi.trust.audit.Verified;

/** A service that does nothing but act, seal what it did, and export what it signed. */
final class AuditHouse {
    static final String ACTING = "acting";
    static final String LOGGING = "logging";
    static final String CHAIN = "V0004__audit_chain";
    static final String EXPORT = "V0005__audit_export";

    final House house;
    final DataSource source;
    final Path folder;

    AuditHouse(House house, DataSource source) {
        this.house = house;
        this.source = source;
        this.folder = house.keys.folder.resolve("checkpoints");
    }

    /** No broker is needed. */
    static AuditHouse on(Database database) {
        return new AuditHouse(new House("127.0.0.1:1"), House.dataSource(database));
    }

    /** Small batches and a checkpoint for nearly each, so that much can go wrong. */
    AuditSealer sealer() {
        return sealer(7, Duration.ZERO);
    }

    AuditSealer sealer(int batch, Duration every) {
        return sealer(house.keys.identity(House.TELLER), batch, every, Optional.of(folder));
    }

    AuditSealer sealer(ServiceIdentity identity) {
        return sealer(identity, 7, Duration.ZERO, Optional.of(folder));
    }

    /** Its checkpoints go to the log. */
    AuditSealer logging() {
        return sealer(house.keys.identity(House.TELLER), 7, Duration.ZERO, Optional.empty());
    }

    private AuditSealer sealer(
            ServiceIdentity identity, int batch, Duration every, Optional<Path> to) {
        return new AuditSealer(
                identity,
                new JdbcTransactions(source),
                Clock.systemUTC(),
                new AuditSealer.Settings(
                        batch, Duration.ofMillis(10), 1_000, every, Duration.ofSeconds(60), to));
    }

    void act(int n) {
        new JdbcTransactions(source).doInTransaction(c -> record(c, n));
    }

    static void record(Connection connection, int n) throws SQLException {
        record(connection, n, Instant.now());
    }

    static void record(Connection connection, int n, Instant at) throws SQLException {
        byte[] detail = n % 2 == 0 ? new byte[] {1, 2, 3, (byte) n} : new byte[0];
        new AuditLog()
                .record(connection, new AuditEntry("actor-" + n, "act", "case-" + n, at, detail));
    }

    /** Everything that is committed, chained and exported. */
    void seal() throws IOException {
        AuditSealer sealer = sealer();
        while (sealer.cycle()) {
            // until nothing is left
        }
    }

    CheckpointFile.Content exported() throws IOException {
        return CheckpointFile.of(folder, House.TELLER).read();
    }

    Verified verified() throws SQLException, IOException {
        return verified(exported());
    }

    Verified verified(CheckpointFile.Content exported) throws SQLException {
        try (Connection connection = source.getConnection()) {
            try {
                Instant asOf = Instant.now();
                RecordTables.snapshot(connection);
                Verified verified =
                        RecordTables.judge(
                                connection,
                                House.TELLER,
                                KeyDirectory.read(house.keys.folder),
                                exported,
                                asOf,
                                Patience.DEFAULT);
                connection.rollback();
                return verified;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Acts and seals as fast as it goes, until the process is killed. */
    void actWithoutEnd() {
        actWithoutEnd(sealer());
    }

    /** The same with a log for the checkpoints, which goes to standard output. */
    void actAndLogWithoutEnd() {
        Logger log = Logger.getLogger(AuditSealer.class.getName());
        log.setLevel(Level.INFO);
        log.setUseParentHandlers(false);
        log.addHandler(
                new Handler() {
                    @Override
                    public void publish(LogRecord said) {
                        System.out.println("INFO " + new SimpleFormatter().formatMessage(said));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                });
        actWithoutEnd(logging());
    }

    private void actWithoutEnd(AuditSealer sealer) {
        Thread.ofPlatform()
                .start(
                        () -> {
                            for (int n = 0; ; n++) {
                                act(n);
                            }
                        });
        new Worker("audit", Duration.ofMillis(1), sealer::cycle).start();
    }
}
