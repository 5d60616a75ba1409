package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.MessageId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReporterReplied;
import org.hikeshi.messaging.Ledger;
import org.junit.jupiter.api.Test;

/** Whoever locks a merged case and the one it goes on under takes the lesser id first. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class MergedLocksIT {
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event_type = 'Lock' AND query LIKE '%ledger_key%'";
    private static final String FACTS =
            "SELECT count(*) FROM case_fact WHERE case_id = '%s' AND value LIKE '%%%s%%'";

    @Inject DataSource database;
    @Inject Ledger ledger;

    /**
     * What is heard of the merged case waits for the survivor, whose id is the lesser, without
     * holding the merged one; who holds the survivor and now takes the merged one gets it.
     */
    @Test
    void whatIsHeardOfAMergedCaseWaitsWithoutHoldingIt() throws Exception {
        List<CaseId> both = twoCases();
        CaseId survivor = both.getFirst();
        CaseId merged = both.getLast();
        assertThat(
                        Cases.post(
                                        "security-office",
                                        merged,
                                        "merge",
                                        "{\"into\": \"" + survivor + "\"}")
                                .statusCode())
                .isEqualTo(200);
        MessageId message = MessageId.random();
        try (Connection busy = database.getConnection()) {
            busy.setAutoCommit(false);
            ledger.lock(busy, survivor.toString());
            Neighbour.named("intake")
                    .says(new ReporterReplied(merged, ReportId.random(), message, Instant.now()));
            Said.await("it is heard and waits", () -> count(WAITING) > 0);

            try (Statement patience = busy.createStatement()) {
                patience.execute("SET LOCAL lock_timeout = '400ms'");
            }
            assertThatCode(() -> ledger.lock(busy, merged.toString()))
                    .as("nobody holds the merged case who waits for the survivor")
                    .doesNotThrowAnyException();
            busy.rollback();
            busy.setAutoCommit(true);
        }
        Said.await("it is kept", () -> count(FACTS.formatted(merged, message)) == 1);
    }

    /** In the order of their ids. */
    private static List<CaseId> twoCases() throws InterruptedException {
        CaseId one = Cases.received();
        CaseId other = Cases.received();
        return Stream.of(one, other)
                .sorted(java.util.Comparator.comparing(CaseId::toString))
                .toList();
    }

    private long count(String sql) {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
