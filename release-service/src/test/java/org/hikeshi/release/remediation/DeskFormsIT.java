package org.hikeshi.release.remediation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.casefile.RunningParts;
import org.junit.jupiter.api.Test;

/** What people do by form is what programs do by API: same rights, same checks, nothing lost. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class DeskFormsIT {
    private static final Map<String, String> SESSIONS = new HashMap<>();

    private static RequestSpecification page(String person) {
        String session =
                SESSIONS.computeIfAbsent(
                        person,
                        name ->
                                given().redirects()
                                        .follow(false)
                                        .formParam("name", name)
                                        .formParam("password", "test-" + name)
                                        .post("/sign-in")
                                        .cookie("hikeshi-session"));
        return given().redirects()
                .follow(false)
                .cookie("hikeshi-session", session)
                .cookie("lang", "en");
    }

    @Test
    void aProductIsRegisteredChangedAndGetsAVersion() {
        String model = "PF-" + UUID.randomUUID().toString().substring(0, 8);
        page("security-office")
                .formParam("models", model + "\n" + "no spaces here")
                .formParam("supportEnds", "soon")
                .post("/desk/products/new")
                .then()
                .statusCode(422)
                .body(containsString("<title>Error: "))
                .body(containsString("href=\"#name\""))
                .body(containsString("id=\"models-error\""))
                .body(containsString("Please write the date as 2030-12-31."))
                .body(containsString("no spaces here"));
        String at =
                page("security-office")
                        .formParam("name", "Plug <F>")
                        .formParam("models", model + ", " + model + "B")
                        .formParam("versions", "1.0.0")
                        .formParam("developers", "developer")
                        .post("/desk/products/new")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        page("security-office")
                .formParam("name", "Plug")
                .formParam("models", model)
                .post("/desk/products/new")
                .then()
                .statusCode(422)
                .body(containsString("belongs to another product"));
        page("developer")
                .formParam("version", "1.1.0")
                .post(at + "/versions")
                .then()
                .statusCode(303);
        page("developer-2")
                .formParam("version", "6.6.6")
                .post(at + "/versions")
                .then()
                .statusCode(404);
        page("developer")
                .formParam("version", "one point two")
                .post(at + "/versions")
                .then()
                .statusCode(422)
                .body(containsString("id=\"version-error\""));
        page("qa")
                .get(at)
                .then()
                .statusCode(200)
                .body(containsString("Plug &lt;F&gt;"))
                .body(containsString("1.1.0"))
                .body(not(containsString("<form method=\"post\" action=\"/desk/products")));
    }

    @Test
    void whoWasFasterIsNamedAndNothingTypedIsLost() throws InterruptedException {
        Desk desk = Desk.open();
        String at = "/desk/products/" + desk.product();
        change(at, "1", "Edge Gateway Two", desk.model()).then().statusCode(303);
        change(at, "1", "Edge Gateway Three", desk.model())
                .then()
                .statusCode(412)
                .body(containsString("security-office changed it"))
                .body(containsString("value=\"Edge Gateway Three\""))
                .body(containsString("<h1><bdi>Edge Gateway Two"));
        Desk.as("qa")
                .get("/api/v1/products/" + desk.product())
                .then()
                .body("name", equalTo("Edge Gateway Two"))
                .body("versions", hasSize(2));
    }

    private static io.restassured.response.Response change(
            String at, String revision, String name, String model) {
        return page("security-office")
                .formParam("revision", revision)
                .formParam("name", name)
                .formParam("models", model)
                .formParam("developers", "developer")
                .post(at);
    }

    @Test
    void unitsAreEnteredLineByLineAllOrNone() throws InterruptedException {
        Desk desk = Desk.open();
        String at = "/desk/products/" + desk.product() + "/units";
        String good = desk.model() + ", SN-1, 2.3.0, CUST-1, 2030-12-31";
        page("communications")
                .formParam("units", good + "\n\nEG-OTHER, SN-2, 2.3.0\n")
                .post(at)
                .then()
                .statusCode(422)
                .body(containsString("Line 2: this is not a model of the product."))
                .body(containsString("EG-OTHER, SN-2"))
                .body(not(containsString("<bdi>CUST-1</bdi>")));
        page("communications")
                .formParam("units", good + "\n" + desk.model() + "\tSN-2\t2.3.0")
                .post(at)
                .then()
                .statusCode(303);
        page("auditor")
                .get(at)
                .then()
                .statusCode(200)
                .body(containsString("CUST-1"))
                .body(containsString("Not known"))
                .body(not(containsString("<textarea")));
        page("developer").get(at).then().statusCode(404);
        page("auditor").formParam("units", good).post(at).then().statusCode(404);
    }

    /** As the forms carry it: without the quotes of an entity tag. */
    private static String hash(String id) {
        return Desk.etag(id).replace("\"", "");
    }

    @Test
    void aFixIsRegisteredSentAndChangedByForm() throws InterruptedException {
        Desk desk = Desk.open();
        String form = "/desk/releases/for/" + desk.caseId();
        page("qa").get(form).then().statusCode(404);
        page("developer").get("/desk/releases/for/" + UUID.randomUUID()).then().statusCode(404);
        page("developer")
                .get("/desk/releases/cases/" + desk.caseId() + "/panel")
                .then()
                .body(containsString("href=\"" + form + "\""));
        page("developer")
                .formParam("summary", "Bounds are checked.")
                .formParam("version", "5.0.0")
                .post(form)
                .then()
                .statusCode(422)
                .body(containsString("href=\"#kind\""))
                .body(containsString("Bounds are checked."));
        page("developer")
                .formParam("kind", "fix")
                .formParam("summary", "Bounds are checked.")
                .post(form)
                .then()
                .statusCode(422)
                .body(containsString("id=\"products-error\""))
                .body(containsString("id=\"version-error\""));
        String at =
                page("developer")
                        .formParam("kind", "fix")
                        .formParam("products", desk.product())
                        .formParam("version", "5.0.0")
                        .formParam("summary", "Bounds are checked.")
                        .post(form)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        String id = at.substring(at.lastIndexOf('/') + 1);
        send(desk, id, "developer", hash(id), new byte[0], "")
                .then()
                .statusCode(422)
                .body(containsString("Please choose a file."));
        send(desk, id, "developer-2", hash(id), Desk.firmware(99), "fw.SWU").then().statusCode(404);
        send(desk, id, "developer", "0".repeat(64), Desk.firmware(99), "fw.SWU")
                .then()
                .statusCode(412);
        send(desk, id, "developer", hash(id), Desk.firmware(200_000), "fw.SWU")
                .then()
                .statusCode(303);
        Desk.as("qa")
                .get(Desk.API + "/" + id)
                .then()
                .body("artifacts[0].size", equalTo(200_000))
                .body("artifacts[0].name", equalTo(desk.model() + "-5.0.0.swu"));
        page("developer-2")
                .formParam("etag", hash(id))
                .formParam("evidence", "Looked at it all.")
                .post(at + "/gates/security-review")
                .then()
                .statusCode(422)
                .body(containsString("id=\"outcome-security-review-error\""))
                .body(containsString("Looked at it all."));
        Desk.gate("developer-2", id, "security-review", "passed").then().statusCode(200);
        edited(desk, at, id);
    }

    private static void edited(Desk desk, String at, String id) {
        page("developer")
                .get(at + "/edit")
                .then()
                .statusCode(200)
                .body(containsString("Saving makes every gate"))
                .body(containsString("Bounds are checked."));
        page("qa").get(at + "/edit").then().statusCode(404);
        change(desk, at, "0".repeat(64))
                .then()
                .statusCode(412)
                .body(containsString("Nobody waits"));
        change(desk, at, hash(id)).then().statusCode(303);
        page("qa")
                .get(at)
                .then()
                .body(containsString("Nobody waits any more."))
                .body(containsString("Void: the content has changed"));
        assertThat(Desk.state(id)).isEqualTo("open");
    }

    private static io.restassured.response.Response change(Desk desk, String at, String etag) {
        return page("developer")
                .formParam("etag", etag)
                .formParam("products", desk.product())
                .formParam("version", "5.0.0")
                .formParam("summary", "Nobody waits any more.")
                .post(at + "/edit");
    }

    private static io.restassured.response.Response send(
            Desk desk, String id, String person, String etag, byte[] bytes, String name) {
        return page(person)
                .multiPart("etag", etag)
                .multiPart("model", desk.model())
                .multiPart("version", "5.0.0")
                .multiPart("file", name, bytes)
                .post("/desk/releases/" + id + "/files");
    }

    @Test
    void aReleasedFixLeadsToItsRolloutAndDevicesGetTheirToken() throws InterruptedException {
        Desk desk = Desk.open();
        String id = desk.verified("6.0.0", Desk.firmware(500));
        Desk.text(id);
        String link = "/desk/campaigns/for/" + id;
        page("security-office").get("/desk/releases/" + id).then().body(not(containsString(link)));
        Desk.post("security-office", id, "release").then().statusCode(200);
        page("security-office").get("/desk/releases/" + id).then().body(containsString(link));
        page("qa").get("/desk/releases/" + id).then().body(not(containsString(link)));
        page("security-office").get(link).then().statusCode(200);

        page("it-operations")
                .formParam("controllerId", "gate 7")
                .formParam("model", desk.model())
                .post("/desk/devices/new")
                .then()
                .statusCode(422)
                .body(containsString("id=\"controllerId-error\""));
        page("it-operations")
                .formParam("controllerId", "gate-" + desk.model())
                .formParam("model", desk.model())
                .formParam("version", "2.3.0")
                .post("/desk/devices/new")
                .then()
                .statusCode(200)
                .body(containsString("The token is shown only now."))
                .body(containsString("/controller/v1/gate-" + desk.model()));
        page("qa").get("/desk/devices/new").then().statusCode(404);
        page("it-operations")
                .get("/desk/devices?model=" + desk.model())
                .then()
                .body(containsString("Renew the token of gate-" + desk.model()));
        List<String> roles = List.of("developer", "qa", "auditor", "legal");
        for (String role : roles) {
            page(role).get("/desk/products/new").then().statusCode(404);
        }
    }
}
