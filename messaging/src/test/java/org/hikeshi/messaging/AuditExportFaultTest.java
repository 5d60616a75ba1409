package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.Finding;
import org.hikeshi.trust.audit.RecordTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without a folder checkpoints go to the log: each at least once, whoever dies in between. */
class AuditExportFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Path LOG = Path.of("target/child-" + AuditHouse.LOGGING + ".log");

    private final Database database = House.database("acts");
    private final AuditHouse acts = AuditHouse.on(database);

    @Test
    void aCheckpointThatADeathKeptFromTheLogIsSaidByTheNext() throws Exception {
        Files.deleteIfExists(LOG);
        try (Connection holding = House.connect(database);
                Statement s = holding.createStatement()) {
            try (Child child = Child.start(AuditHouse.LOGGING, acts.house, database)) {
                House.await("some said", LIMIT, () -> said() >= 2);
                holding.setAutoCommit(false);
                s.executeQuery("SELECT 1 FROM audit_export FOR UPDATE").close();
                House.await("signed and not said", LIMIT, () -> signed() > said());
                child.kill();
            }
            holding.rollback();
            // And one said without the mark.
            holding.setAutoCommit(true);
            s.executeUpdate("UPDATE audit_export SET number = number - 1");
        }
        long lost = signed();
        assertThat(logged().checkpoints()).noneMatch(one -> one.number() == lost);
        try (Child child = Child.start(AuditHouse.LOGGING, acts.house, database)) {
            House.await("said later", LIMIT, () -> said() > lost);
            child.kill();
        }

        CheckpointFile.Content all = logged();
        assertThat(all.checkpoints()).as("one of them twice").hasSizeGreaterThan((int) said());
        assertThat(acts.verified(all).findings()).isEmpty();
        List<Checkpoint> less =
                all.checkpoints().stream().filter(one -> one.number() != lost).toList();
        assertThat(acts.verified(new CheckpointFile.Content(less, List.of(), "")).findings())
                .as("the control: it was never said")
                .contains(new Finding(House.TELLER, Finding.Kind.CHECKPOINT_NOT_IN_EXPORT, lost));
    }

    /** The mark is no proof, but whoever does not think of it is told at once. */
    @Test
    void nothingIsSignedWhenMoreWasSaidThanTheDatabaseKnows() throws Exception {
        AuditSealer logging = acts.logging();
        for (int n = 1; n < 4; n++) {
            acts.act(n);
            logging.cycle();
        }
        assertThat(said()).isEqualTo(3);
        cutTheThird();
        acts.act(4);

        assertThatThrownBy(logging::cycle).isInstanceOf(BrokenRecordException.class);
        assertThat(signed()).isEqualTo(2);
    }

    /** A restore takes the mark back with the rest; whoever lived through it remembers. */
    @Test
    void aRestoreIsNoticedByAReplicaThatLivesOnAndByTheVerifier() throws Exception {
        AuditSealer logging = acts.logging();
        for (int n = 1; n < 4; n++) {
            acts.act(n);
            logging.cycle();
        }
        CheckpointFile.Content collected = inDatabase();
        cutTheThird();
        execute("UPDATE audit_export SET number = 2");
        logging.cycle(); // nothing to do, and nothing forgotten
        acts.act(4);

        assertThatThrownBy(logging::cycle).isInstanceOf(BrokenRecordException.class);
        assertThat(signed()).isEqualTo(2);
        acts.logging().cycle();
        assertThat(signed()).as("one that was started since goes on").isEqualTo(3);
        assertThat(acts.verified(collected).findings())
                .as("and the verifier says so")
                .contains(new Finding(House.TELLER, Finding.Kind.CHECKPOINT_DIFFERS, 3));
        execute("UPDATE audit_export SET number = 0");
        acts.logging().cycle();
        assertThat(said()).as("all said again").isEqualTo(3);
    }

    /** Else whoever holds a row would keep the service from ending. */
    @Test
    @Timeout(30)
    void aCycleGivesUpOnWhatSomebodyHolds() throws Exception {
        acts.act(1);
        try (Connection holding = House.connect(database);
                Statement s = holding.createStatement()) {
            holding.setAutoCommit(false);
            s.executeQuery("SELECT 1 FROM audit_entry FOR UPDATE").close();
            assertThatThrownBy(() -> acts.logging().cycle())
                    .extracting(Failure::of)
                    .isEqualTo(Failure.TRANSIENT);
            holding.rollback();
            s.executeQuery("SELECT 1 FROM audit_export FOR UPDATE").close();
            assertThatThrownBy(() -> acts.logging().cycle())
                    .extracting(Failure::of)
                    .isEqualTo(Failure.TRANSIENT);
            holding.rollback();
        }
        assertThat(said()).isZero();
        acts.logging().cycle();
        assertThat(said()).isEqualTo(1);
    }

    private void cutTheThird() throws SQLException {
        execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
        execute("ALTER TABLE audit_checkpoint DISABLE TRIGGER USER");
        execute("DELETE FROM audit_checkpoint WHERE number = 3");
        execute("DELETE FROM audit_entry WHERE sequence = 3");
    }

    private void execute(String statement) throws SQLException {
        try (Connection c = House.connect(database);
                Statement s = c.createStatement()) {
            s.execute(statement);
        }
    }

    private CheckpointFile.Content inDatabase() throws SQLException {
        try (Connection c = House.connect(database)) {
            return new CheckpointFile.Content(RecordTables.kept(c), List.of(), "");
        }
    }

    /** What was done just before a service ends is not signed long after. */
    @Test
    void aServiceThatEndsSealsWhatWasDone() throws Exception {
        AuditSealer slow = acts.sealer(100, Duration.ofHours(1));
        acts.act(1);
        slow.cycle();
        acts.act(2);
        slow.cycle();
        assertThat(acts.verified().newest()).as("the control: it is not time yet").isEqualTo(1);
        acts.act(3);
        slow.finish();

        assertThat(acts.verified().newest()).isEqualTo(3);
        assertThat(acts.verified().notExported()).isZero();
    }

    private static CheckpointFile.Content logged() throws java.io.IOException {
        Path checkpoints = Files.createTempFile("logged", ".jsonl");
        Files.write(
                checkpoints,
                Files.readAllLines(LOG).stream()
                        .filter(line -> line.contains(CheckpointFile.LOGGED))
                        .toList());
        CheckpointFile.Content content = new CheckpointFile(checkpoints).read();
        assertThat(content.unreadable()).isEmpty();
        return content;
    }

    private long said() {
        return House.count(database, "SELECT number FROM audit_export");
    }

    private long signed() {
        return House.count(database, "SELECT coalesce(max(number), 0) FROM audit_checkpoint");
    }
}
