package org.hikeshi.intake.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.intake.Corpora;
import org.hikeshi.intake.IntakeParts;
import org.junit.jupiter.api.Test;

/** What others found to break text fields, in every field of the API and of the form. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class NaughtyStringsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PROSE =
            List.of(
                    "description",
                    "impact",
                    "reproduction",
                    "technicalDetails",
                    "tooling",
                    "exploitation.details",
                    "disclosurePlan.details");
    private static final List<String> LINES =
            List.of(
                    "title",
                    "product.name",
                    "product.model",
                    "product.firmwareVersion",
                    "reporter.name",
                    "reporter.organisation",
                    "reporter.creditAs");
    private static final List<String> READ =
            List.of(
                    "discoveredOn",
                    "exploitation.status",
                    "disclosurePlan.date",
                    "disclosurePlan.time",
                    "disclosurePlan.zone",
                    "existingCve",
                    "reporter.email",
                    "reporter.language");

    @Test
    void everyFieldOfTheApiTakesThemAsTheyAreOrNamesItself() throws Exception {
        int taken = 0;
        for (String naughty : Corpora.naughtyStrings()) {
            ObjectNode all = JSON.createObjectNode().put("description", "d");
            PROSE.forEach(field -> put(all, field, naughty));
            if (naughty.isBlank()) {
                all.put("description", "d");
            }
            if (oneLine(naughty)) {
                LINES.forEach(field -> put(all, field, naughty));
            }
            Response stored = api(all);
            assertThat(stored.statusCode()).as(naughty + stored.asString()).isEqualTo(201);
            taken++;

            ObjectNode read = JSON.createObjectNode().put("description", "d");
            READ.forEach(field -> put(read, field, naughty));
            Response judged = api(read);
            assertThat(judged.statusCode()).as(naughty).isIn(201, 422);
            if (judged.statusCode() == 422) {
                assertThat(judged.<List<String>>path("errors.pointer"))
                        .allMatch(pointer -> READ.contains(pointer.substring(1).replace('/', '.')));
            }
        }
        assertThat(taken).isGreaterThan(400);
    }

    @Test
    void everyFieldOfTheFormTakesThemOrComesBackWithThem() throws Exception {
        List<String> fields = new ArrayList<>(PROSE);
        fields.addAll(LINES);
        fields.add("toldOthers");
        fields.addAll(READ);
        for (String naughty : Corpora.naughtyStrings()) {
            RequestSpecification form = form();
            fields.forEach(field -> form.multiPart(field, naughty));
            if (naughty.isBlank()) {
                form.multiPart("description", "d");
            }
            Response sent = form.post("/report");
            assertThat(sent.statusCode()).as(naughty).isIn(303, 422);
        }
    }

    @Test
    void theConversationTakesThemAsTheyAre() throws Exception {
        Response report = api(JSON.createObjectNode().put("description", "d"));
        String code = report.path("trackingCode");
        String all = String.join("\n", Corpora.naughtyStrings());
        String path = "/api/v1/reports/" + code + "/messages";
        String key = "Bearer " + report.path("accessKey");
        given().header("Authorization", key)
                .contentType("application/json")
                .body(JSON.createObjectNode().put("text", all).toString())
                .post(path)
                .then()
                .statusCode(201);
        Response read = given().header("Authorization", key).get(path);
        assertThat(read.<List<String>>path("items.text")).containsExactly(all);
    }

    @Test
    void aMethodThatIsNotOfferedIsNamedWithThoseThatAre() {
        String code = api(JSON.createObjectNode().put("description", "d")).path("trackingCode");
        Map.of(
                        "/api/v1/reports",
                        "POST",
                        "/api/v1/reports/" + code,
                        "GET, HEAD",
                        "/api/v1/reports/" + code + "/messages",
                        "GET, HEAD, POST",
                        "/api/v1/reports/" + code + "/attachments",
                        "GET, HEAD, POST",
                        "/api/v1/reports/" + code + "/objection",
                        "POST",
                        "/api/v1/reports/entered",
                        "GET, HEAD, POST",
                        "/api/v1/receipt-key",
                        "GET, HEAD",
                        "/report",
                        "GET, HEAD, POST",
                        "/status/lost",
                        "GET, HEAD, POST")
                .forEach(
                        (path, methods) -> {
                            Response refused = given().delete(path);
                            assertThat(refused.statusCode()).as(path).isEqualTo(405);
                            assertThat(refused.header("Allow")).as(path).isEqualTo(methods);
                        });
        assertThat(given().delete("/api/v1/reports/x/y").statusCode()).isEqualTo(404);
    }

    private static boolean oneLine(String text) {
        return text.length() <= 300 && text.codePoints().noneMatch(Texts::breaksLine);
    }

    private static void put(ObjectNode root, String path, String value) {
        String[] steps = path.split("\\.");
        ObjectNode at = root;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObject("/" + steps[i]);
        }
        at.put(steps[steps.length - 1], value);
    }

    private static Response api(ObjectNode report) {
        return given().contentType("application/json")
                .body(report.toString())
                .post("/api/v1/reports");
    }

    private static RequestSpecification form() {
        return given().redirects()
                .follow(false)
                .config(
                        io.restassured.RestAssured.config()
                                .multiPartConfig(
                                        io.restassured.config.MultiPartConfig.multiPartConfig()
                                                .defaultCharset("UTF-8")))
                .header("Accept-Language", "en");
    }
}
