package org.hikeshi.intake.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.ServiceTokens;
import org.junit.jupiter.api.Test;

/** The notifier asks whom to write to; nobody else may. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class ContactIT {

    @Inject Transactions transactions;
    @Inject ReportRows rows;
    @Inject DataSource database;

    @Test
    void theNotifierLearnsTheAddressAndThatIsOnRecord() throws Exception {
        String report =
                report(
                        "{\"description\":\"d\",\"reporter\":{\"email\":\"finder@example.com\",\"name\":\"Finder\",\"language\":\"ja\"}}");
        Response contact = ask(report, token("notifier", "intake"));
        assertThat(contact.statusCode()).isEqualTo(200);
        assertThat(contact.<String>path("address")).isEqualTo("finder@example.com");
        assertThat(contact.<String>path("name")).isEqualTo("Finder");
        assertThat(contact.<String>path("language")).isEqualTo("ja");
        assertThat(contact.<String>path("trackingCode")).startsWith("R-");
        assertThat(contact.<String>path("policyVersion")).isNotBlank();
        assertThat(contact.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reads(report)).isEqualTo(1);
    }

    @Test
    void whoLeftNoAddressHasNone() throws Exception {
        Response contact = ask(report("{\"description\":\"d\"}"), token("notifier", "intake"));
        assertThat(contact.statusCode()).isEqualTo(200);
        assertThat(contact.<Object>path("address")).isNull();
        assertThat(contact.<String>path("language")).isEqualTo("both");
    }

    @Test
    void forbiddenAndUnknownLookAlike() throws Exception {
        String report =
                report("{\"description\":\"d\",\"reporter\":{\"email\":\"finder@example.com\"}}");
        Response unknown = ask("00000000-0000-4000-8000-000000000000", token("notifier", "intake"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.header("Retry-After")).isEqualTo("1");
        String spent = token("notifier", "intake");
        ask(report, spent);
        long before = reads(report);
        for (Response refused :
                new Response[] {
                    given().get("/internal/reports/" + report + "/contact"),
                    ask(report, "x.y.z"),
                    ask(report, token("triage", "intake")),
                    ask(report, token("notifier", "triage")),
                    ask(report, spent),
                    ask(report, expired()),
                    ask("not-an-id", token("notifier", "intake")),
                }) {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.asByteArray()).isEqualTo(unknown.asByteArray());
        }
        assertThat(reads(report)).isEqualTo(before);
    }

    private static Response ask(String report, String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/internal/reports/" + report + "/contact");
    }

    private static String token(String service, String audience) {
        return new ServiceTokens(identity(service), Clock.systemUTC()).issue(audience);
    }

    private static String expired() {
        return new ServiceTokens(
                        identity("notifier"),
                        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5)))
                .issue("intake");
    }

    private static ServiceIdentity identity(String service) {
        Path key = Path.of(System.getProperty("hikeshi.test." + service + "-key"));
        return ServiceIdentity.load(service, key, key.resolveSibling("keys"));
    }

    private String report(String body) {
        String code =
                given().contentType("application/json")
                        .body(body)
                        .post("/api/v1/reports")
                        .path("trackingCode");
        return transactions
                .inTransaction(connection -> rows.keyState(connection, code))
                .orElseThrow()
                .id()
                .toString();
    }

    private long reads(String report) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT count(*) FROM audit_entry WHERE action = 'identity-read' AND actor = 'notifier' AND subject = ?")) {
            select.setString(1, report);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
