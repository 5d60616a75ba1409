package org.hikeshi.messaging.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.OutgoingEvent;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.Test;

/** One service, wired as all are. */
@QuarkusTest
@QuarkusTestResource(Surrounded.class)
class WiringIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject Transactions transactions;
    @Inject Ledger ledger;
    @Inject EntityManager entities;
    @Inject Messaging messaging;
    @Inject AuditDetails details;

    @Test
    void theConnectionIsTheOneOfHibernate() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            Object hibernate =
                                    entities.createNativeQuery("SELECT pg_backend_pid()")
                                            .getSingleResult();
                            int ours = transactions.inTransaction(WiringIT::backend);
                            assertThat(ours).isEqualTo(((Number) hibernate).intValue());
                        });
    }

    private static int backend(Connection connection) throws SQLException {
        try (var row = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void entityAndEventCommitTogetherAndTheHandlerHearsIt() {
        UUID id = say(new byte[] {1}, false);

        await(() -> timesHeard(id) == 1);
    }

    @Test
    void entityAndEventRollBackTogether() {
        assertThatThrownBy(() -> say(new byte[] {1}, true))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rows("SELECT count(*) FROM ledger WHERE subject = 'rolled-back'")).isZero();
        assertThat(rows("SELECT count(*) FROM fact WHERE times = -1")).isZero();
    }

    private UUID say(byte[] value, boolean fail) {
        Instant now = Instant.now();
        UUID id = EventIds.next(now);
        transactions.doInTransaction(
                c -> {
                    Fact fact = new Fact();
                    fact.id = id;
                    fact.times = fail ? -1 : 0;
                    fact.persistAndFlush();
                    String subject = fail ? "rolled-back" : "said";
                    ledger.lockAndAppend(
                            c,
                            new OutgoingEvent(
                                    id,
                                    Contract.TYPE,
                                    "key-" + id,
                                    subject,
                                    now,
                                    UUID.randomUUID(),
                                    null,
                                    value));
                    if (fail) {
                        throw new IllegalStateException("no");
                    }
                });
        return id;
    }

    private int timesHeard(UUID id) {
        return rows("SELECT times FROM fact WHERE id = '" + id + "'");
    }

    private int rows(String query) {
        return transactions.inTransaction(
                c -> {
                    try (var row = c.createStatement().executeQuery(query)) {
                        row.next();
                        return row.getInt(1);
                    }
                });
    }

    @Test
    void readyEvenWhileTheBrokerIsAwayAndSaysWhy() {
        await(() -> messaging.troubles().isEmpty());
        PartsForTests.kafka().kill();
        try {
            UUID id = say(new byte[] {1}, false);
            await(() -> !messaging.troubles().isEmpty());
            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'messaging' }.status", equalTo("UP"))
                    .body("checks.find { it.name == 'messaging' }.data.trouble", notNullValue());
            PartsForTests.kafka().restart();
            await(() -> timesHeard(id) == 1);
        } finally {
            PartsForTests.kafka().restart();
        }
    }

    @Test
    void strangersSeeNothing() {
        given().get("/api/v1/operations/teller").then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "dev", roles = "developer")
    void otherRolesSeeNothing() {
        given().get("/api/v1/operations/teller").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "office", roles = "security-office")
    void theOfficeSeesButDoesNotAct() {
        given().get("/api/v1/operations/teller")
                .then()
                .statusCode(200)
                .body("service", equalTo("teller"));
        given().get("/api/v1/operations/other").then().statusCode(404);
        given().contentType("application/json")
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/operations/teller/parked/" + UUID.randomUUID() + "/discard")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "operator-1", roles = "it-operations")
    void anOperatorDiscardsWithAReasonThatIsKeptSealed() {
        UUID poison = say(new byte[0], false);
        await(
                () ->
                        rows(
                                        "SELECT count(*) FROM parked_record WHERE settled_at IS"
                                                + " NULL AND event_id = '"
                                                + poison
                                                + "'")
                                == 1);
        UUID parked =
                messaging.parkedRecords().open(50).stream()
                        .filter(p -> poison.equals(p.eventId()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        String seen =
                given().get("/api/v1/operations/teller")
                        .then()
                        .statusCode(200)
                        .body("parked.findAll { it.id == '" + parked + "' }", hasSize(1))
                        .extract()
                        .asString();
        assertThat(seen).as("neither key nor id of the event").doesNotContain(poison.toString());
        String path = "/api/v1/operations/teller/parked/" + parked + "/discard";
        given().contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        given().contentType("application/json")
                .body("{\"reason\":\"asked the sender\"}")
                .post(path)
                .then()
                .statusCode(204);
        given().contentType("application/json")
                .body("{\"reason\":\"again\"}")
                .post(path)
                .then()
                .statusCode(404);

        given().get("/api/v1/operations/teller")
                .then()
                .body("parked.findAll { it.id == '" + parked + "' }", hasSize(0));
        byte[] sealed =
                transactions.inTransaction(
                        c -> {
                            try (var row =
                                    c.createStatement()
                                            .executeQuery(
                                                    "SELECT sealed_detail FROM audit_entry WHERE"
                                                            + " action = 'parked-discard' AND actor ="
                                                            + " 'operator-1' AND subject = '"
                                                            + parked
                                                            + "'")) {
                                row.next();
                                return row.getBytes(1);
                            }
                        });
        assertThat(details.open(parked.toString(), sealed)).isEqualTo("asked the sender");
    }

    @Test
    @TestSecurity(user = "operator-1", roles = "it-operations")
    void everythingCanBeSaidAgainWithoutEffect() {
        UUID id = say(new byte[] {1}, false);
        await(() -> timesHeard(id) == 1 && messaging.status().backlog() == 0);
        int events =
                given().post("/api/v1/operations/teller/republish")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("events");

        assertThat(events).isPositive();
        await(() -> messaging.counts().duplicates().sum() >= 1);
        assertThat(timesHeard(id)).isEqualTo(1);
    }

    private static void await(Callable<Boolean> condition) {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + LIMIT);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
