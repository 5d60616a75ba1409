package org.hikeshi.release.ota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hikeshi.release.ota.DdiClient.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hikeshi.release.artifact.ArtifactStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route of the protocol as clients need it. */
@QuarkusTest
@QuarkusTestResource(
        value = OtaParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class DdiContractTest {
    @Inject AgroalDataSource database;
    @Inject ArtifactStore store;
    private ReleasedWorld world;
    private DdiClient device;
    private String action;

    @BeforeEach
    void aDeviceWithWork() throws Exception {
        world = ReleasedWorld.make(database, store);
        device = DdiClient.register(world.model(), "d-" + world.model(), null);
        String campaign =
                staff("security-office")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/api/v1/remediations/" + world.remediation() + "/campaigns")
                        .path("id");
        staff("security-office").post("/api/v1/campaigns/" + campaign + "/start");
        staff("security-office-2").post("/api/v1/campaigns/" + campaign + "/start");
        action = device.offered();
    }

    private String file() {
        return "/softwaremodules/" + action + "/artifacts/" + world.file();
    }

    private List<String> questions() {
        return List.of(
                "", "/deploymentBase/" + action, file(), file() + ".MD5SUM", file() + ".sha256");
    }

    @Test
    void everyAnswerHasALengthAndABody() {
        for (String path : questions()) {
            Response answer = device.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.header("Transfer-Encoding")).as(path).isNull();
            assertThat(Integer.parseInt(answer.header("Content-Length")))
                    .as(path)
                    .isEqualTo(answer.asByteArray().length)
                    .isPositive();
        }
    }

    @Test
    void nobodyGetsInWithoutTheToken() {
        for (String path : questions()) {
            given().get(device.at(path)).then().statusCode(401);
            given().header("Authorization", "TargetToken wrong")
                    .get(device.at(path))
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "TargetToken");
            staff("security-office").get(device.at(path)).then().statusCode(401);
        }
        given().body("{}").put(device.at("/configData")).then().statusCode(401);
        given().body("{}")
                .post(device.at("/deploymentBase/" + action + "/feedback"))
                .then()
                .statusCode(401);
    }

    @Test
    void oneDeviceSeesNothingOfAnother() {
        DdiClient other = DdiClient.register(world.model(), "o-" + world.model(), null);
        for (String path : questions()) {
            assertThat(other.spec().get(device.at(path)).statusCode()).as(path).isEqualTo(404);
        }
        other.get("/deploymentBase/" + action).then().statusCode(404);
        other.get(file()).then().statusCode(404);
        other.feedback(action, "closed", "success").then().statusCode(404);
        device.spec()
                .get("/ota/OTHER/controller/v1/" + device.controllerId())
                .then()
                .statusCode(404);
    }

    @Test
    void anyAcceptWillDo() {
        for (String accept :
                List.of(
                        "*/*",
                        "application/json",
                        "application/json;charset=UTF-8",
                        "application/hal+json",
                        "text/plain")) {
            device.spec().accept(accept).get(device.at("")).then().statusCode(200);
        }
    }

    @Test
    void theBaseSaysHowLongToSleepAndTheLinksAreAbsolute() {
        Response base = device.base();
        base.then().body("config.polling.sleep", equalTo("00:00:01"));
        Map<String, Map<String, String>> links = base.path("_links");
        assertThat(links).containsOnlyKeys("deploymentBase", "configData");
        assertThat(links.values())
                .allMatch(link -> String.valueOf(link.get("href")).startsWith("http://localhost:"));
        assertThat(base.asString()).doesNotContain("\\/");
    }

    @Test
    void rangesOfAFile() {
        device.get("/deploymentBase/" + action);
        byte[] all = world.firmware();
        Response whole = device.get(file());
        assertThat(whole.asByteArray()).isEqualTo(all);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        Response tail = device.spec().header("Range", "bytes=99000-").get(device.at(file()));
        tail.then().statusCode(206).header("Content-Range", "bytes 99000-99999/100000");
        assertThat(tail.asByteArray()).isEqualTo(Arrays.copyOfRange(all, 99_000, 100_000));
        Response middle = device.spec().header("Range", "bytes=10-19").get(device.at(file()));
        assertThat(middle.asByteArray()).isEqualTo(Arrays.copyOfRange(all, 10, 20));
        device.spec()
                .header("Range", "bytes=100000-")
                .get(device.at(file()))
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */100000");
        Response head = device.spec().head(device.at(file()));
        assertThat(head.statusCode()).isEqualTo(200);
        for (String header : List.of("Content-Length", "ETag", "Last-Modified", "Accept-Ranges")) {
            assertThat(head.header(header)).as(header).isEqualTo(whole.header(header));
        }
        device.spec()
                .header("If-None-Match", whole.header("ETag"))
                .get(device.at(file()))
                .then()
                .statusCode(200);
    }

    @Test
    void reportsOfEveryClient() {
        device.get("/deploymentBase/" + action);
        String feedback = "/deploymentBase/" + action + "/feedback";
        device.post(
                        feedback,
                        "{\"id\":42,\"status\":{\"execution\":\"proceeding\",\"result\":{\"finished\":\"none\"},\"details\":[\"error"
                                + " in JSON.\n"
                                + "\"]}}")
                .then()
                .statusCode(200)
                .header("Content-Length", "0");
        device.spec()
                .contentType("application/json;charset=UTF-8")
                .body(
                        "{\"status\":{\"execution\":\"downloaded\",\"result\":{\"finished\":\"success\"}}}")
                .post(device.at(feedback))
                .then()
                .statusCode(200);
        device.post(feedback, "{}").then().statusCode(400);
        device.post(feedback, "x".repeat(300_000)).then().statusCode(400);
        device.feedback("1", "closed", "success").then().statusCode(404);
        device.cancelFeedback(action, "closed", "success").then().statusCode(404);
        device.post(
                        feedback,
                        "{\"status\":{\"result\":{\"finished\":\"failure\"},\"execution\":\"closed\",\"details\":[\"cannot"
                                + " open \"x\" now\"]}}")
                .then()
                .statusCode(200);
        device.feedback(action, "closed", "success").then().statusCode(410);
    }

    @Test
    void attributesAreAskedForUntilTheyCome() {
        assertThat(device.base().<String>path("_links.configData.href")).isNotNull();
        device.spec().body("{\"status\":{}}").put(device.at("/configData")).then().statusCode(400);
        device.spec()
                .contentType("application/json")
                .body("{\"id\":\"\",\"mode\":\"replace\",\"data\":{\"hwRevision\":\"1.0\"}}")
                .put(device.at("/configData"))
                .then()
                .statusCode(200);
        assertThat(device.base().<String>path("_links.configData")).isNull();
        staff("it-operations")
                .get("/api/v1/devices?model=" + world.model())
                .then()
                .body("items[0].attributes.hwRevision", equalTo("1.0"))
                .body("items[0].targetToken", equalTo(null));
    }

    @Test
    void whatIsOfferedNamesProductAndVersionOnly() {
        String offered = device.get("/deploymentBase/" + action).asString();
        assertThat(offered)
                .contains(world.model(), ReleasedWorld.VERSION)
                .doesNotContain(world.caseId().toString(), world.remediation().toString());
    }

    @Test
    void theListOfDevicesIsAPage() {
        String session =
                given().redirects()
                        .follow(false)
                        .formParam("name", "security-office")
                        .formParam("password", "test-security-office")
                        .post("/sign-in")
                        .cookie("hikeshi-session");
        given().cookie("hikeshi-session", session)
                .get("/desk/devices?model=" + world.model() + "&lang=en")
                .then()
                .statusCode(200)
                .body(containsString(device.controllerId()));
    }
}
