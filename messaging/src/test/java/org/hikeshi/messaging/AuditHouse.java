package org.hikeshi.messaging;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.RecordTables;
import org.hikeshi.trust.audit.Verified;

/** A service that does nothing but act, seal what it did, and export what it signed. */
final class AuditHouse {
    static final String ACTING = "acting";
    static final String CHAIN = "V0004__audit_chain";

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
        return new AuditSealer(
                house.keys.identity(House.TELLER),
                new JdbcTransactions(source),
                Clock.systemUTC(),
                new AuditSealer.Settings(
                        batch, Duration.ofMillis(10), 1_000, every, Optional.of(folder)));
    }

    void act(int n) {
        new JdbcTransactions(source).doInTransaction(c -> record(c, n));
    }

    static void record(Connection connection, int n) throws SQLException {
        byte[] detail = n % 2 == 0 ? new byte[] {1, 2, 3, (byte) n} : new byte[0];
        new AuditLog()
                .record(
                        connection,
                        new AuditEntry("actor-" + n, "act", "case-" + n, Instant.now(), detail));
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
        CheckpointFile.Content exported = exported();
        try (Connection connection = source.getConnection()) {
            try {
                return RecordTables.verify(
                        connection, House.TELLER, KeyDirectory.read(house.keys.folder), exported);
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Acts and seals as fast as it goes, until the process is killed. */
    void actWithoutEnd() {
        Thread.ofPlatform()
                .start(
                        () -> {
                            for (int n = 0; ; n++) {
                                act(n);
                            }
                        });
        AuditSealer sealer = sealer();
        new Worker("audit", Duration.ofMillis(1), sealer::cycle).start();
    }
}
