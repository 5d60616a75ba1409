package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.audit.CheckpointFile;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A backup of the database, put back under a service that is started anew: the export knows. */
class AuditRestoreIT {
    private static final List<String> TABLES =
            List.of("audit_entry", "audit_checkpoint", "audit_export");

    private final Database database = House.database("acts");
    private final AuditHouse acts = AuditHouse.on(database);
    private final Database restored = House.database("restored");
    private final AuditHouse later = new AuditHouse(acts.house, House.dataSource(restored));

    @Test
    void aDatabaseThatIsBehindItsExportIsToldAtTheStart() throws Exception {
        acts.act(1);
        acts.seal();
        Map<String, String> backup = backup();
        acts.act(2);
        acts.seal();
        restore(backup);

        refuses("the export ends with a checkpoint that the database does not know");
        later.act(3);
        refuses("the export ends with a checkpoint that the database does not know");
        assertThat(chained()).as("nothing is chained on to it").isEqualTo(1);
        assertThat(signed()).isEqualTo(1);
    }

    /** Nobody acted before the backup: no checkpoint is there that could be brought out. */
    @Test
    void anEmptyDatabaseIsToldTooAndBeforeAnybodyActs() throws Exception {
        Map<String, String> backup = backup();
        acts.act(1);
        acts.seal();
        restore(backup);

        refuses("the export ends with a checkpoint that the database does not know");
    }

    /** Signed on after the checkpoints were cut: as many of them, and others. */
    @Test
    void aDatabaseThatWentAnotherWayIsToldAtTheStart() throws Exception {
        acts.act(1);
        acts.seal();
        Map<String, String> backup = backup();
        acts.act(2);
        acts.seal();
        restore(backup);
        Path real = CheckpointFile.of(acts.folder, House.TELLER).file();
        Path aside = Files.move(real, real.resolveSibling("aside"));
        later.act(9);
        later.seal();
        assertThat(signed()).as("the control: without the export it goes on").isEqualTo(2);
        Files.delete(real);
        Files.move(aside, real);

        refuses("the export ends with a checkpoint that the database does not know");
    }

    /** The act at the export's end was changed, though later ones were signed and not exported. */
    @Test
    void aChangeBelowTheNewestCheckpointIsToldAtTheStart() throws Exception {
        acts.act(1);
        acts.seal();
        Path real = CheckpointFile.of(acts.folder, House.TELLER).file();
        byte[] first = Files.readAllBytes(real);
        acts.act(2);
        acts.seal();
        Files.write(real, first);
        restore(backup());
        try (Connection c = House.connect(restored);
                Statement s = c.createStatement()) {
            s.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            s.execute("UPDATE audit_entry SET chain_hash = sha256('x') WHERE sequence = 1");
        }

        refuses("the record of acts is not what its last exported checkpoint says");
    }

    /** What cannot be compared is not signed; what was done is chained meanwhile. */
    @Test
    void anExportThatCannotBeReadStopsTheSigningAlone() throws Exception {
        acts.act(1);
        acts.seal();
        Path real = CheckpointFile.of(acts.folder, House.TELLER).file();
        Path aside = Files.move(real, real.resolveSibling("aside"));
        Files.createDirectory(real);
        acts.act(2);
        assertThatThrownBy(() -> acts.sealer().cycle()).isInstanceOf(IOException.class);
        assertThat(House.count(database, "SELECT count(*) FROM audit_entry WHERE sequence > 0"))
                .isEqualTo(2);
        assertThat(House.count(database, "SELECT count(*) FROM audit_checkpoint")).isEqualTo(1);

        Files.delete(real);
        Files.move(aside, real);
        acts.seal();
        assertThat(acts.verified().findings()).isEmpty();
        assertThat(acts.verified().notExported()).isZero();
    }

    @Test
    void controlABackupOfNowIsNoAlarm() throws Exception {
        acts.act(1);
        acts.seal();
        restore(backup());
        later.sealer().cycle();
        later.act(2);
        later.seal();

        assertThat(signed()).isEqualTo(2);
        assertThat(later.verified().findings()).isEmpty();
    }

    private void refuses(String why) {
        assertThatThrownBy(() -> later.sealer().cycle())
                .isInstanceOf(BrokenRecordException.class)
                .hasMessage(why);
    }

    private long chained() {
        return House.count(restored, "SELECT count(*) FROM audit_entry WHERE sequence > 0");
    }

    private long signed() {
        return House.count(restored, "SELECT count(*) FROM audit_checkpoint");
    }

    private Map<String, String> backup() throws SQLException, IOException {
        Map<String, String> all = new HashMap<>();
        try (Connection c = House.connect(database)) {
            CopyManager copy = c.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                var bytes = new ByteArrayOutputStream();
                copy.copyOut("COPY " + table + " TO STDOUT", bytes);
                all.put(table, bytes.toString(StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private void restore(Map<String, String> backup) throws SQLException, IOException {
        try (Connection c = House.connect(restored);
                Statement s = c.createStatement()) {
            CopyManager copy = c.unwrap(PGConnection.class).getCopyAPI();
            s.execute("DELETE FROM audit_export");
            for (String table : TABLES) {
                copy.copyIn(
                        "COPY " + table + " FROM STDIN",
                        new StringReader(backup.getOrDefault(table, "")));
            }
            s.execute(
                    "SELECT setval(pg_get_serial_sequence('audit_entry', 'position'),"
                            + " (SELECT coalesce(max(position), 0) + 1 FROM audit_entry))");
        }
    }
}
