package org.hikeshi.triage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.hikeshi.casefile.RunningParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class StartingIT {
    @Test
    void readyOnRealParts() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void operationsAreForPeopleOnly() {
        given().get("/api/v1/operations/triage").then().statusCode(401);
    }
}
