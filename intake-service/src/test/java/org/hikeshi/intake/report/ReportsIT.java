package org.hikeshi.intake.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.hikeshi.intake.IntakeParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class ReportsIT {

    @Test
    void aReportIsStoredAndItsSenderHoldsTheProof() {
        Response answer =
                given().contentType("application/json")
                        .body(
                                "{\"description\":\"It crashes\",\"reporter\":{\"email\":\"finder@example.com\"}}")
                        .post("/api/v1/reports");
        answer.prettyPrint();
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void multipart() {
        Response answer =
                given().multiPart("report", "{}", "application/json")
                        .multiPart("attachment", "poc.bin", new byte[300_000])
                        .post("/api/v1/reports");
        answer.prettyPrint();
        assertThat(answer.statusCode()).isEqualTo(201);
    }
}
