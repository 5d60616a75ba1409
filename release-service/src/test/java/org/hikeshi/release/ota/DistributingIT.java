package org.hikeshi.release.ota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hikeshi.release.ota.DdiClient.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.campaign.CampaignAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a released fix to the field: campaigns, devices, events, on real parts. */
@QuarkusTest
@QuarkusTestResource(
        value = OtaParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class DistributingIT {
    @Inject AgroalDataSource database;
    @Inject ArtifactStore store;
    private ReleasedWorld world;

    @BeforeEach
    void aReleasedFix() throws Exception {
        world = ReleasedWorld.make(database, store);
    }

    private static void until(String what, Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!reached.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 15 s: " + what);
            }
            Thread.onSpinWait();
        }
    }

    private String draft(String body) {
        Response answer =
                staff("security-office")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/api/v1/remediations/" + world.remediation() + "/campaigns");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static Response act(String who, String campaign, String act, String body) {
        return staff(who)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/campaigns/" + campaign + "/" + act);
    }

    private String running(String body) {
        String campaign = draft(body);
        act("security-office", campaign, "start", "{}").then().statusCode(200);
        act("security-office-2", campaign, "start", "{}").then().statusCode(200);
        return campaign;
    }

    private static Response look(String campaign) {
        return staff("auditor").get("/api/v1/campaigns/" + campaign);
    }

    private static String state(String campaign) {
        return look(campaign).path("state");
    }

    private DdiClient device(String name) {
        return DdiClient.register(world.model(), name + "-" + world.model(), null);
    }

    @Test
    void oneDeviceInstallsAndTheCaseHearsOfIt() throws Exception {
        DdiClient device = device("one");
        String campaign = draft("{\"channel\":\"ota\"}");
        assertThat(device.offered()).isEmpty();

        act("security-office", campaign, "start", "").then().statusCode(200);
        act("security-office", campaign, "start", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-work"));
        assertThat(device.offered()).isEmpty();
        act("security-office-2", campaign, "start", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("coverage.affected", equalTo(1));

        device.base().then().body("_links.configData.href", equalTo(origin(device, "/configData")));
        device.spec()
                .body("{\"data\":{\"serial\":\"SN-1\"}}")
                .put(device.at("/configData"))
                .then()
                .statusCode(200)
                .header("Content-Length", "0");
        Map<String, Object> links = device.base().path("_links");
        assertThat(links).containsOnlyKeys("deploymentBase");
        String action = device.offered();
        Response deployment = device.get("/deploymentBase/" + action);
        deployment.then().statusCode(200).body("id", equalTo(action));
        assertThat(deployment.<String>path("deployment.chunks[0].artifacts[0].hashes.sha256"))
                .isEqualTo(world.digests().sha256());
        String href =
                deployment.path("deployment.chunks[0].artifacts[0]._links.download-http.href");
        assertThat(device.spec().get(href).asByteArray()).isEqualTo(world.firmware());

        device.feedback(action, "proceeding", "none", "Installing").then().statusCode(200);
        device.feedback(action, "closed", "success", "ok").then().statusCode(200);
        device.feedback(action, "closed", "success").then().statusCode(410);
        until("completed", () -> state(campaign).equals("completed"));

        look(campaign)
                .then()
                .body("coverage.permille", equalTo(1000))
                .body("devices.finished", equalTo(1))
                .body("stages[0].succeeded", equalTo(1));
        assertThat(world.said())
                .containsExactly("task-opened", "task-closed", "ota-started", "ota-distributed");
        assertThat(world.ask("SELECT version FROM unit WHERE model = ?", world.model()))
                .containsExactly(ReleasedWorld.VERSION);
        assertThat(device.offered()).isEmpty();
        until(
                "contact written",
                () ->
                        staff("auditor")
                                        .get("/api/v1/devices?model=" + world.model())
                                        .path("items[0].lastContact")
                                != null);
    }

    private static String origin(DdiClient device, String path) {
        return "http://localhost:" + io.restassured.RestAssured.port + device.at(path);
    }

    @Test
    void tooManyFailuresHaltAndTwoPeopleLetItGoOn() throws Exception {
        DdiClient device = device("bad");
        device("late");
        String campaign =
                running(
                        """
                        {"stages":[{"name":"pilot","percent":50,"success":100,"failure":5},
                                   {"name":"rest","percent":100}]}
                        """);
        DdiClient pilot =
                device.offered().isEmpty()
                        ? new DdiClient("DEFAULT", "late-" + world.model(), tokenOf("late"))
                        : device;
        String action = pilot.offered();
        pilot.get("/deploymentBase/" + action).then().statusCode(200);
        pilot.feedback(action, "closed", "failure", "refused: signature does not verify")
                .then()
                .statusCode(200);

        until("halted", () -> state(campaign).equals("halted"));
        assertThat(pilot.offered()).isEmpty();
        look(campaign).then().body("troubles.tampered", equalTo(1));
        assertThat(world.said()).endsWith("ota-halted", "task-opened");

        act("security-office", campaign, "resume", "{\"reason\":\"a bad image on one device\"}")
                .then()
                .statusCode(200);
        act("security-office-2", campaign, "resume", "{}").then().statusCode(200);
        String again = pilot.offered();
        assertThat(again).isNotEmpty().isNotEqualTo(action);
        pilot.get("/deploymentBase/" + again).then().statusCode(200);
        pilot.feedback(again, "closed", "success").then().statusCode(200);
        until("second stage", () -> look(campaign).<Integer>path("stage") == 2);
        look(campaign)
                .then()
                .body("steps.act", hasItem("halt"))
                .body("steps.act", hasItem("advance"))
                .body("steps.reason", hasItem("a bad image on one device"));
    }

    /** Tokens are told once, so a device whose token is needed later gets a new one. */
    private String tokenOf(String name) throws Exception {
        String id =
                world.ask(
                                "SELECT device_id FROM device WHERE controller_id = ?",
                                name + "-" + world.model())
                        .getFirst();
        return staff("it-operations").post("/api/v1/devices/" + id + "/token").path("targetToken");
    }

    @Test
    void aFailureIsTriedAgainUnderANewNumber() throws Exception {
        DdiClient device = device("again");
        running("{\"stages\":[{\"name\":\"all\",\"percent\":100,\"failure\":100}]}");
        String action = device.offered();
        device.get("/deploymentBase/" + action).then().statusCode(200);
        device.feedback(action, "closed", "failure", "No space left on device")
                .then()
                .statusCode(200);

        String again = device.offered();

        assertThat(again).isNotEmpty().isNotEqualTo(action);
        device.get("/deploymentBase/" + action).then().statusCode(404);
    }

    @Test
    void whoIsAtItIsAskedToStopAndNobodyElseIsTold() throws Exception {
        DdiClient busy = device("busy");
        DdiClient idle = device("idle");
        String campaign = running("{}");
        String action = busy.offered();
        busy.get("/deploymentBase/" + action).then().statusCode(200);
        act("security-office", campaign, "abort", "{}").then().statusCode(422);
        act("security-office", campaign, "abort", "{\"reason\":\"wrong file\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("aborted"));

        assertThat(idle.offered()).isEmpty();
        assertThat(idle.toStop()).isEmpty();
        assertThat(busy.toStop()).isEqualTo(action);
        busy.get("/cancelAction/" + action)
                .then()
                .statusCode(200)
                .body("id", equalTo(action))
                .body("cancelAction.stopId", equalTo(action));
        busy.get("/deploymentBase/" + action).then().statusCode(404);
        busy.cancelFeedback(action, "closed", "success").then().statusCode(200);
        assertThat(busy.toStop()).isEmpty();
        busy.cancelFeedback(action, "closed", "success").then().statusCode(410);
        assertThat(world.said()).endsWith("ota-halted");
    }

    @Test
    void aSilentDeviceIsGivenUpAndANewCampaignWaitsForTheOldAction() throws Exception {
        DdiClient device = device("silent");
        running("{}");
        String old = device.offered();
        device.get("/deploymentBase/" + old).then().statusCode(200);
        device.feedback(old, "proceeding", "none").then().statusCode(200);

        running("{}");

        assertThat(device.toStop()).isEqualTo(old);
        assertThat(device.offered()).isEmpty();
        until("given up", () -> !device.offered().isEmpty());
        assertThat(device.offered()).isNotEqualTo(old);
        device.feedback(old, "closed", "success").then().statusCode(410);
    }

    @Test
    void aDownloadIsDeclaredComplete() throws Exception {
        device("downloads");
        String campaign = running("{\"channel\":\"download\"}");
        act("security-office", campaign, "complete", "{}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        act(
                        "security-office",
                        campaign,
                        "complete",
                        "{\"reason\":\"all customers answered\",\"evidence\":\"tickets"
                                + " 1-8\",\"permille\":950}")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("distributedPermille", equalTo(950));
        assertThat(world.said()).endsWith("ota-distributed");
        assertThat(
                        world.ask(
                                "SELECT convert_from(value, 'UTF8') FROM ledger WHERE key = ? AND"
                                        + " type LIKE '%ota-distributed%'",
                                world.caseId().toString()))
                .allMatch(value -> value.contains("\"declared\"") && value.contains("950"));
    }

    @Test
    void unitsUpdatedByHandCountAsDeclared() throws Exception {
        device("by-hand");
        String campaign = running("{\"channel\":\"manual\"}");
        String body =
                """
                {"units":[{"model":"%s","serial":"by-hand-%s"},{"model":"%s","serial":"nobody"}],"evidence":"field report 12"}
                """
                        .formatted(world.model(), world.model(), world.model());
        act("it-operations", campaign, "units", body).then().statusCode(404);
        act("security-office", campaign, "units", body)
                .then()
                .statusCode(200)
                .body("counted", equalTo(1))
                .body("unknown[0].serial", equalTo("nobody"));
        act("security-office", campaign, "units", body)
                .then()
                .statusCode(200)
                .body("counted", equalTo(0));
        look(campaign)
                .then()
                .body("coverage.safe", equalTo(1))
                .body("coverage.declared", equalTo(1));
        assertThat(world.ask("SELECT version FROM unit WHERE model = ?", world.model()))
                .containsExactly(ReleasedWorld.VERSION);
    }

    @Test
    void theDeskPreparesStartsAndStopsOnItsPages() throws Exception {
        device("pages");
        String office = session("security-office");
        String other = session("security-office-2");
        String form = "/desk/campaigns/for/" + world.remediation() + "?lang=en";
        page(office).get(form).then().statusCode(200).body(containsString("Prepare a rollout"));
        page(office)
                .formParam("channel", "ota")
                .formParam("pilot", "150")
                .post(form)
                .then()
                .statusCode(422)
                .body(containsString("Error: "));
        String address =
                page(office)
                        .formParam("channel", "ota")
                        .formParam("automatic", "yes")
                        .formParam("pilot", "10")
                        .post(form)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        String campaign = address.substring(address.lastIndexOf('/') + 1);
        String at = "/desk/campaigns/" + campaign;
        page(other).get(at).then().statusCode(200).body(containsString("Confirm and start"));
        page(other).post(at + "/start").then().statusCode(303);
        page(office)
                .get(at)
                .then()
                .statusCode(200)
                .body(containsString("0 of 1 affected units are safe (0.0%)"));
        page(office).post(at + "/pause").then().statusCode(303);
        page(office).post(at + "/abort").then().statusCode(422);
        assertThat(state(campaign)).isEqualTo("paused");
        page(office).get("/desk/campaigns").then().statusCode(200).body(containsString(campaign));
    }

    private static io.restassured.specification.RequestSpecification page(String session) {
        return io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("hikeshi-session", session)
                .cookie("lang", "en");
    }

    private static String session(String name) {
        return io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", "test-" + name)
                .post("/sign-in")
                .cookie("hikeshi-session");
    }

    /** Roles that may not are told that there is nothing; nothing changes. */
    @Test
    void everyRoleAndAct() {
        device("roles");
        String campaign = draft("{}");
        for (String role :
                List.of(
                        "ciso",
                        "developer",
                        "qa",
                        "it-operations",
                        "communications",
                        "legal",
                        "supply-chain",
                        "auditor",
                        "security-office")) {
            for (CampaignAct act : CampaignAct.values()) {
                if (act == CampaignAct.START || act == CampaignAct.ABORT) {
                    if (role.equals("security-office")) {
                        continue;
                    }
                }
                boolean sees = Arrays.asList("ciso", "auditor", "security-office").contains(role);
                int expected = sees && act.roles().contains(role) ? 409 : 404;
                act(role, campaign, act.word(), "{\"reason\":\"because\"}")
                        .then()
                        .statusCode(expected);
            }
        }
        assertThat(state(campaign)).isEqualTo("draft");
        staff("developer").get("/api/v1/campaigns/" + campaign).then().statusCode(404);
    }

    @Test
    void onlyWhatIsReleasedIsDistributed() throws Exception {
        world.run(
                "UPDATE remediation SET released_at = NULL WHERE remediation_id = ?",
                world.remediation());
        staff("security-office")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/remediations/" + world.remediation() + "/campaigns")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-released"));
        staff("security-office")
                .contentType(ContentType.JSON)
                .body("{\"channel\":\"pigeon\",\"stages\":[{\"name\":\"\",\"percent\":101}]}")
                .post("/api/v1/remediations/" + world.remediation() + "/campaigns")
                .then()
                .statusCode(422)
                .body("errors.size()", equalTo(3));
    }
}
