package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.Finding;
import org.hikeshi.trust.audit.Patience;
import org.hikeshi.trust.audit.RecordTables;
import org.hikeshi.trust.audit.Verified;
import org.junit.jupiter.api.Test;

/** What somebody with rights on a real database may try. */
class AuditTamperingIT {
    private static final String LAST =
            "DELETE FROM audit_checkpoint WHERE sequence > 30; DELETE FROM audit_entry WHERE sequence > 30";

    private static final List<String> ATTEMPTS =
            List.of(
                    "UPDATE audit_entry SET actor = 'x' WHERE sequence = 1",
                    "UPDATE audit_entry SET actor = '' WHERE sequence = 40",
                    "UPDATE audit_entry SET action = 'other' WHERE sequence = 17",
                    "UPDATE audit_entry SET subject = subject || ' ' WHERE sequence = 18",
                    "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE sequence = 19",
                    "UPDATE audit_entry SET at = 'infinity' WHERE sequence = 19",
                    "UPDATE audit_entry SET content_hash = sha256('x') WHERE sequence = 2",
                    "UPDATE audit_entry SET content_hash = '' WHERE sequence = 2",
                    "UPDATE audit_entry SET detail_hash = sha256('x') WHERE sequence = 3",
                    "UPDATE audit_entry SET chain_hash = sha256('x') WHERE sequence = 4",
                    "UPDATE audit_entry SET chain_hash = sha256('x') WHERE sequence = 40",
                    "UPDATE audit_entry SET sealed_detail = 'other' WHERE subject = 'case-6'",
                    "UPDATE audit_entry SET sealed_detail = '' WHERE subject = 'case-6'",
                    "UPDATE audit_entry SET sealed_detail = NULL WHERE subject = 'case-6'",
                    "UPDATE audit_entry SET sealed_detail = NULL",
                    "UPDATE audit_entry SET sealed_detail = 'new' WHERE subject = 'case-7'",
                    "UPDATE audit_entry SET sealed_detail = 'o', detail_hash = sha256('o') WHERE subject = 'case-6'",
                    "UPDATE audit_entry SET sequence = 41 WHERE sequence = 12",
                    "UPDATE audit_entry SET sequence = sequence + 1 WHERE sequence = 40",
                    "UPDATE audit_entry SET sequence = NULL, chain_hash = NULL WHERE sequence = 40",
                    "UPDATE audit_entry SET sequence = NULL, chain_hash = NULL WHERE sequence > 35",
                    "UPDATE audit_entry SET sequence = NULL, chain_hash = NULL",
                    "UPDATE audit_entry SET sequence = 99 WHERE sequence = 5; UPDATE audit_entry SET sequence = 5"
                            + " WHERE sequence = 6; UPDATE audit_entry SET sequence = 6 WHERE sequence = 99",
                    "UPDATE audit_entry a SET actor = b.actor, action = b.action, subject = b.subject, at = b.at,"
                            + " content_hash = b.content_hash, detail_hash = b.detail_hash, sealed_detail ="
                            + " b.sealed_detail FROM audit_entry b WHERE a.sequence = 8 AND b.sequence = 9",
                    "DELETE FROM audit_entry WHERE sequence = 1",
                    "DELETE FROM audit_entry WHERE sequence = 20",
                    "DELETE FROM audit_entry WHERE sequence BETWEEN 10 AND 15",
                    "DELETE FROM audit_entry WHERE sequence = 40",
                    "DELETE FROM audit_entry",
                    "TRUNCATE audit_entry",
                    "TRUNCATE audit_entry; TRUNCATE audit_checkpoint",
                    "DELETE FROM audit_entry WHERE sequence = 20; UPDATE audit_entry SET sequence = -sequence + 1"
                            + " WHERE sequence > 20; UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0",
                    LAST,
                    "DELETE FROM audit_checkpoint",
                    "DELETE FROM audit_checkpoint WHERE number = 1",
                    "DELETE FROM audit_checkpoint WHERE number = (SELECT max(number) FROM audit_checkpoint)",
                    "UPDATE audit_checkpoint SET service = 'hearer' WHERE number = 2",
                    "UPDATE audit_checkpoint SET sequence = sequence - 1 WHERE number = 2",
                    "UPDATE audit_checkpoint SET chain_hash = sha256('x') WHERE number = 2",
                    "UPDATE audit_checkpoint SET count = count + 1 WHERE number = 2",
                    "UPDATE audit_checkpoint SET at = at - interval '1 hour' WHERE number = 2",
                    "UPDATE audit_checkpoint SET previous = sha256('x') WHERE number = 2",
                    "UPDATE audit_checkpoint SET kid = 'hearer-1' WHERE number = 2",
                    "UPDATE audit_checkpoint SET kid = 'teller-9' WHERE number = 2",
                    "UPDATE audit_checkpoint SET signature = 'AAAA' WHERE number = 2",
                    "UPDATE audit_checkpoint SET signature = '!' WHERE number = 2",
                    "UPDATE audit_checkpoint SET number = 77 WHERE number = 2");

    private final Database database = House.database("acts");
    private final AuditHouse acts = AuditHouse.on(database);

    @Test
    void everyAttemptIsFound() throws Exception {
        CheckpointFile.Content exported = fortyActs();
        try (Connection c = mutable()) {
            assertThat(judged(c, exported).findings()).isEmpty();
            for (String attempt : ATTEMPTS) {
                assertThat(after(c, attempt, exported).findings()).as(attempt).isNotEmpty();
            }
        }
    }

    @Test
    void controlACutTailIsFoundByTheExportAlone() throws Exception {
        CheckpointFile.Content exported = fortyActs();
        var nothing = new CheckpointFile.Content(List.of(), List.of(), "");
        try (Connection c = mutable()) {
            assertThat(after(c, LAST, nothing).findings()).isEmpty();
            assertThat(after(c, LAST, exported).findings()).isNotEmpty();
        }
    }

    @Test
    void nothingMayBeChangedByMistake() throws Exception {
        fortyActs();
        try (Connection c = House.connect(database);
                Statement s = c.createStatement()) {
            for (String attempt : ATTEMPTS) {
                if (!attempt.contains(";")) {
                    assertThatThrownBy(() -> s.execute(attempt))
                            .as(attempt)
                            .extracting(e -> ((SQLException) e).getSQLState())
                            .isEqualTo("23001");
                }
            }
        }
        assertThat(acts.verified().wholly()).isTrue();
    }

    /** The sealer cannot know; the rows before it do. */
    @Test
    void anActEnteredUnderAnOldDateIsFound() throws Exception {
        fortyActs();
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        new JdbcTransactions(acts.source).doInTransaction(c -> AuditHouse.record(c, 41, yesterday));
        assertThat(acts.verified().open().overdue()).as("before it is chained").isTrue();
        acts.seal();

        assertThat(acts.verified().findings())
                .containsExactly(new Finding(House.TELLER, Finding.Kind.LATE_DATED, 41));
    }

    /** Nothing is wrong in what is signed, and yet the answer is not yes. */
    @Test
    void aSealerThatIsKeptOutLeavesTheRecordNotWhollyProven() throws Exception {
        fortyActs();
        try (Connection thief = House.connect(database);
                Statement s = thief.createStatement()) {
            s.executeQuery("SELECT pg_advisory_lock(28348)").close();
            new JdbcTransactions(acts.source)
                    .doInTransaction(
                            c -> AuditHouse.record(c, 41, Instant.now().minusSeconds(130)));
            acts.seal();
            assertThat(acts.verified().sound()).isTrue();
            assertThat(acts.verified().unsealed()).isEqualTo(1);
            assertThat(acts.verified().wholly()).isFalse();
            s.executeQuery("SELECT pg_advisory_unlock(28348)").close();
        }
        acts.seal();
        assertThat(acts.verified().wholly()).as("the control").isTrue();
    }

    @Test
    void actsFromBeforeTheChainAreChainedToo() throws Exception {
        Database old = PartsForTests.createDatabase("oldacts");
        try (Connection c = House.connect(old);
                Statement s = c.createStatement()) {
            s.execute(House.migration("V0003__audit_and_timers"));
            s.execute(
                    "INSERT INTO audit_entry (actor, action, subject, at, content_hash,"
                            + " sealed_detail) SELECT 'a', 'b', n::text, now(), sha256('?'),"
                            + " CASE WHEN n = 2 THEN '\\x010203'::bytea WHEN n = 3 THEN '' END"
                            + " FROM generate_series(1, 3) n");
            s.execute(House.migration(AuditHouse.CHAIN));
            s.execute(House.migration(AuditHouse.EXPORT));
        }
        AuditHouse before = AuditHouse.on(old);
        before.seal();

        assertThat(before.verified().rows()).isEqualTo(3);
        assertThat(before.verified().findings())
                .as("the test's own content hashes, and nothing about the details")
                .hasSize(3)
                .allMatch(one -> one.kind().name().equals("CONTENT_CHANGED"));
    }

    /** Acts 1 to 40, details in the even ones, a checkpoint after each ten. */
    private CheckpointFile.Content fortyActs() throws Exception {
        for (int n = 1; n <= 40; n++) {
            acts.act(n);
            if (n % 10 == 0) {
                acts.sealer(100, Duration.ZERO).cycle();
            }
        }
        return acts.exported();
    }

    private Connection mutable() throws SQLException {
        Connection c = House.connect(database);
        try (Statement s = c.createStatement()) {
            s.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            s.execute("ALTER TABLE audit_checkpoint DISABLE TRIGGER USER");
        }
        c.setAutoCommit(false);
        return c;
    }

    private Verified after(Connection c, String attempt, CheckpointFile.Content exported)
            throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(attempt);
            return judged(c, exported);
        } finally {
            c.rollback();
        }
    }

    private Verified judged(Connection c, CheckpointFile.Content exported) throws SQLException {
        return RecordTables.judge(
                c,
                House.TELLER,
                KeyDirectory.read(acts.house.keys.folder),
                exported,
                Instant.now(),
                Patience.DEFAULT);
    }
}
