package org.hikeshi.intake.desk;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.IdentityPurpose;
import org.hikeshi.events.IdentityRead;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.Test;

/** Design §5: whoever looks at unusually many identities is seen, and nobody is kept from work. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class WatchedReadsIT {
    private static final Instant NOON = Instant.parse("2026-11-02T03:00:00Z");

    @Inject Transactions transactions;
    @Inject ReportRows rows;
    @Inject AuditLog audit;
    @Inject CaseEvents events;
    @Inject DataSource database;

    @Test
    void onePersonWithinAnHourAboveTheUsual() throws Exception {
        StaffId staff = StaffId.parse("looker-" + System.nanoTime() % 1_000_000);
        StoredReport one = report();
        StoredReport two = report();

        reveal(one, staff, NOON);
        reveal(one, staff, NOON.plusSeconds(60));
        reveal(two, staff, NOON.plusSeconds(120));
        reveal(two, StaffId.parse("another"), NOON.plusSeconds(130));
        reveal(one, staff, NOON.plusSeconds(120 + 3600));

        List<IdentityRead> said = said(staff);
        assertThat(said)
                .as("the same report counts once, another person apart, an hour later anew")
                .extracting(IdentityRead::withinAnHour)
                .containsExactly(1, 1, 2, 1);
        assertThat(said)
                .extracting(IdentityRead::unusual)
                .containsExactly(false, false, true, false);
        assertThat(said).allMatch(read -> read.purpose() == IdentityPurpose.CREDIT);
        assertThat(said.getLast().reportId()).isEqualTo(one.id());
    }

    private void reveal(StoredReport report, StaffId staff, Instant at) {
        new RevealingReporter(transactions, rows, audit, events, InstantSource.fixed(at), 1)
                .reveal(report, Purpose.CREDIT, staff);
    }

    private StoredReport report() {
        String code =
                given().contentType("application/json")
                        .body("{\"title\":\"Overflow\",\"description\":\"d\"}")
                        .post("/api/v1/reports")
                        .path("trackingCode");
        return transactions.inTransaction(
                connection ->
                        rows.byId(
                                        connection,
                                        new ReportId(
                                                rows.keyState(connection, code).orElseThrow().id()))
                                .orElseThrow());
    }

    private List<IdentityRead> said(StaffId staff) throws Exception {
        List<IdentityRead> all = new ArrayList<>();
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "SELECT value FROM ledger WHERE type = ? ORDER BY position")) {
            select.setString(1, EventType.IDENTITY_READ.ceType());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    byte[] value = row.getBytes(1);
                    if (new String(value, UTF_8).contains("\"" + staff.value() + "\"")) {
                        all.add((IdentityRead) read(value));
                    }
                }
            }
        }
        return all;
    }

    private static Object read(byte[] value) throws Exception {
        return new EventCodec().decode(EventType.IDENTITY_READ.ceType(), value);
    }
}
