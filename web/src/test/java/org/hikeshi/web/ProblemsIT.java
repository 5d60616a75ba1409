package org.hikeshi.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsIT {

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/things")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                " ",
                "{\"name\":}",
                "{'name':\"a\"}",
                "{\"name\":\"a\",}",
                "{\"name\":\"a\"} x",
                "{\"name\":\"\u0001\"}",
                "[1",
                "nul",
                "{\"name\":\"a\"}{}",
                "{\"name\":NaN}"
            })
    void whatIsNoJsonIsMalformed(String body) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hikeshi:problem:malformed-json"))
                .body("title", equalTo("We cannot read the body as JSON"))
                .body("errors.size()", equalTo(0));
    }

    @Test
    void nestingIsBounded() {
        post("[".repeat(100_000)).statusCode(400).body("code", equalTo("malformed-json"));
        post("{\"inner\":".repeat(100_000)).statusCode(400).body("code", equalTo("malformed-json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"nome\":\"a\"}|/nome|unknown-field",
                "{\"inner\":{\"a/b\":1}}|/inner/a~1b|unknown-field",
                "{\"inner\":{\"items\":[\"a\",{}]}}|/inner/items/1|wrong-type",
                "{\"count\":\"x\"}|/count|wrong-type",
                "{\"count\":1.5}|/count|wrong-type",
                "{\"name\":5}|/name|wrong-type",
                "{\"name\":\"a\",\"name\":\"b\"}|/name|duplicate-field",
                "[]|''|wrong-type",
                "\"text\"|''|wrong-type",
                "null|''|wrong-type",
                "42|''|wrong-type",
            })
    void aFieldThatCannotBeTakenIsNamedByItsPointer(String body, String pointer, String code) {
        post(body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body(not(containsString("org.hikeshi")));
    }

    @Test
    void anUnknownFieldIsAnsweredWithThoseThatExistAndWhereTheyAreDescribed() {
        post("{\"nome\":\"a\"}")
                .body("errors[0].accepted", contains("count", "inner", "name"))
                .body("documentation", endsWith("/api/v1/openapi/web"));
        post("{\"inner\":{\"thing\":1}}").body("errors[0].accepted", contains("items"));
        post("{\"count\":\"x\"}")
                .body("errors[0].accepted", nullValue())
                .body("documentation", endsWith("/api/v1/openapi/web"));
        post("{").body("documentation", nullValue());
    }

    @Test
    void theCallerIsToldInItsLanguage() {
        given().contentType("application/json")
                .header("Accept-Language", "ja")
                .body("{\"nome\":1}")
                .post("/api/v1/things")
                .then()
                .header("Content-Language", "ja")
                .body("errors[0].message", equalTo("この項目はありません。名前を確かめてください。"));
    }

    @Test
    void wrongMethodsTypesAndAddressesAreProblemDocumentsToo() {
        given().delete("/api/v1/things")
                .then()
                .statusCode(405)
                .header("Allow", "POST")
                .contentType("application/problem+json")
                .body("code", equalTo("method-not-allowed"));
        given().put("/report").then().statusCode(405).header("Allow", "GET, HEAD, POST");
        given().contentType("text/xml")
                .body("<x/>")
                .post("/api/v1/things")
                .then()
                .statusCode(415)
                .body("code", equalTo("media-type"));
        given().contentType("application/json")
                .accept("image/png")
                .body("{}")
                .post("/api/v1/things")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
        given().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }
}
