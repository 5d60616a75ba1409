package org.hikeshi.web.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hikeshi.trust.signin.Brake;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInIT {

    private static final String PATH = "/api/v1/operations/web";

    private static ValidatableResponse as(String name, String password) {
        return given().auth().preemptive().basic(name, password).get(PATH).then();
    }

    @Test
    void withoutSignInTheAnswerSaysHow() {
        given().get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Basic"))
                .body("code", equalTo("sign-in-needed"));
    }

    @Test
    void theRoleIsTheNameWithoutTheSecondPersonsSuffix() {
        as("it-operations", "correct-horse").statusCode(200);
        as("security-office-2", "battery-staple").statusCode(200);
    }

    @Test
    void anotherRoleFindsNothing() {
        as("ciso", "other-person").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void aMethodWithoutAnnotationIsNobodys() {
        given().get("/api/v1/forgotten").then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("it-operations", "correct-horse")
                .get("/api/v1/forgotten")
                .then()
                .statusCode(404);
    }

    @Test
    void wrongPasswordAndUnknownNameReadTheSame() {
        as("ciso", "wrong").statusCode(401).body("code", equalTo("sign-in-failed"));
        as("nobody", "wrong").statusCode(401).body("code", equalTo("sign-in-failed"));
        given().header("Authorization", "Basic !!!").get(PATH).then().statusCode(401);
        given().header("Authorization", "Basic bm9jb2xvbg==").get(PATH).then().statusCode(401);
    }

    @Test
    void guessingOneNameIsBrakedAndKeepsNobodyElseOut() {
        for (int guess = 0; guess < Brake.AT_ONCE; guess++) {
            as("legal", "guess" + guess).statusCode(401);
        }
        as("legal", "guess").statusCode(429).body("code", equalTo("too-many-attempts"));
        as("legal", "right").statusCode(429).header("Retry-After", "60");
        as("it-operations", "correct-horse").statusCode(200);
    }

    @Test
    void norThePersonWhoseNameItIsAtTheirOwnPlace() {
        from("192.0.2.1", "battery-staple").statusCode(200);
        for (int guess = 0; guess < Brake.AT_ONCE; guess++) {
            from("203.0.113.9", "guess" + guess).statusCode(401);
        }
        from("203.0.113.9", "battery-staple").statusCode(429);
        from("203.0.113.9, 192.0.2.2", "battery-staple").statusCode(429);
        from("192.0.2.1", "battery-staple").statusCode(200);
    }

    /* As the door of a trial tells where somebody comes from. */
    private static ValidatableResponse from(String address, String password) {
        return given().header("X-Forwarded-For", address)
                .auth()
                .preemptive()
                .basic("it-operations-2", password)
                .get(PATH)
                .then();
    }

    @Test
    void aTokenOfAnotherSchemeIsNotOurs() {
        given().header("Authorization", "Bearer abc").get(PATH).then().statusCode(401);
    }
}
