package org.hikeshi.release.ota;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/** A device as a client of the protocol; as terse as a test likes it. */
record DdiClient(String tenant, String controllerId, String token) {

    static DdiClient register(String model, String controllerId, @Nullable String group) {
        Response answer =
                staff("it-operations")
                        .contentType(ContentType.JSON)
                        .body(
                                """
                                {"controllerId":"%s","model":"%s","version":"1.0.0","group":%s}
                                """
                                        .formatted(
                                                controllerId,
                                                model,
                                                group == null ? "null" : "\"" + group + "\""))
                        .post("/api/v1/devices");
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return new DdiClient("DEFAULT", controllerId, answer.path("targetToken"));
    }

    static RequestSpecification staff(String name) {
        return given().auth().preemptive().basic(name, "test-" + name);
    }

    String at(String path) {
        return "/ota/" + tenant + "/controller/v1/" + controllerId + path;
    }

    RequestSpecification spec() {
        return given().header("Authorization", "TargetToken " + token);
    }

    Response get(String path) {
        return spec().get(at(path));
    }

    Response base() {
        return get("");
    }

    /** Number of the action that is offered, empty if none is. */
    String offered() {
        return last(base().path("_links.deploymentBase.href"));
    }

    String toStop() {
        return last(base().path("_links.cancelAction.href"));
    }

    private static String last(String href) {
        return href == null ? "" : href.substring(href.lastIndexOf('/') + 1);
    }

    Response feedback(String action, String execution, String finished, String... details) {
        return post("/deploymentBase/" + action + "/feedback", body(execution, finished, details));
    }

    Response cancelFeedback(String action, String execution, String finished) {
        return post("/cancelAction/" + action + "/feedback", body(execution, finished));
    }

    Response post(String path, String body) {
        return spec().contentType("application/json").body(body).post(at(path));
    }

    private static String body(String execution, String finished, String... details) {
        String lines = details.length == 0 ? "" : "\"" + String.join("\",\"", details) + "\"";
        return """
        {"id":"1","time":"20261122T023544","status":{"result":{"finished":"%s"},"execution":"%s","details":[%s]}}
        """
                .formatted(finished, execution, lines);
    }
}
