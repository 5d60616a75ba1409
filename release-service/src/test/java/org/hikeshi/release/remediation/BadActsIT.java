package org.hikeshi.release.remediation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.release.artifact.ArtifactStore;
import org.junit.jupiter.api.Test;

/** What must not work: own work, other bytes, twice, at once, half an upload. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class BadActsIT {
    @Inject ArtifactStore store;

    @Test
    void rolesAndOwnWork() throws InterruptedException {
        Desk desk = Desk.open();
        String id = desk.fix("1.0.1");
        desk.upload("developer-2", id, "1.0.1", Desk.firmware(10)).then().statusCode(404);
        desk.upload("qa", id, "1.0.1", Desk.firmware(10)).then().statusCode(404);
        Desk.gate("qa", id, "qa-regression", "passed")
                .then()
                .statusCode(409)
                .body("code", equalTo("file-missing"));
        desk.upload("developer", id, "1.0.1", Desk.firmware(10)).then().statusCode(200);
        Desk.gate("developer", id, "security-review", "passed")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-work"));
        Desk.gate("qa", id, "security-review", "passed").then().statusCode(404);
        Desk.post("it-operations", id, "signing")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-reviewed"));
        Desk.as("legal").get(Desk.API + "/" + id).then().statusCode(404).header("Retry-After", "1");
        Desk.as("qa")
                .body(Map.of("outcome", "passed", "evidence", "x"))
                .post(Desk.API + "/" + id + "/gates/qa-regression")
                .then()
                .statusCode(428);
        Desk.as("qa")
                .header("If-Match", "\"" + "0".repeat(64) + "\"")
                .body(Map.of("outcome", "passed", "evidence", "x"))
                .post(Desk.API + "/" + id + "/gates/qa-regression")
                .then()
                .statusCode(412)
                .body("code", equalTo("changed-meanwhile"));
    }

    /** Whoever is away chose the deputy: that one is no second pair of eyes on the work. */
    @Test
    void aDeputyIsNoSecondPersonForTheWorkOfTheAbsentOne() throws Exception {
        Desk desk = Desk.open();
        String id = desk.fix("1.0.2");
        desk.upload("developer", id, "1.0.2", Desk.firmware(10)).then().statusCode(200);
        team(desk, 2, "qa");
        Said.await("off the team", () -> seenBy("developer-2", id) == 404);
        team(desk, 3, "developer");
        Said.await("stands in", () -> seenBy("developer-2", id) == 200);

        Desk.gate("developer-2", id, "security-review", "passed")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-work"));

        team(desk, 4, "developer", "developer-2");
        Said.await(
                "as one of the team they are a second person",
                () ->
                        Desk.gate("developer-2", id, "security-review", "passed").statusCode()
                                == 200);
    }

    private static int seenBy(String person, String id) {
        return Desk.as(person).get(Desk.API + "/" + id).statusCode();
    }

    /** The developers named are on the team; the first is away and the second one stands in. */
    private static void team(Desk desk, int revision, String... members) {
        Instant now = Instant.now();
        List<TeamMember> team =
                Arrays.stream(members)
                        .map(
                                one ->
                                        new TeamMember(
                                                StaffId.parse(one),
                                                one.equals("qa")
                                                        ? StaffRole.QA
                                                        : StaffRole.DEVELOPER))
                        .toList();
        Absence away =
                new Absence(
                        StaffId.parse("developer"),
                        StaffId.parse("developer-2"),
                        now.minusSeconds(60),
                        now.plusSeconds(600));
        Neighbour.named("triage")
                .says(new TeamChanged(desk.caseId(), revision, team, now, List.of(away)));
    }

    @Test
    void bytesChangedUnderneathDoNotPassTheSignatureGate() throws Exception {
        Desk desk = Desk.open();
        String id = desk.fix("1.2.0");
        String sha256 = desk.upload("developer", id, "1.2.0", Desk.firmware(777)).path("sha256");
        Desk.gate("developer-2", id, "security-review", "passed").then().statusCode(200);
        Desk.gate("qa", id, "qa-regression", "passed").then().statusCode(200);
        Desk.post("it-operations", id, "signing").then().statusCode(200);
        Path kept = store.place(sha256);
        byte[] good = Files.readAllBytes(kept);
        byte[] bad = good.clone();
        bad[42] ^= 1;
        Files.write(kept, bad);
        Desk.gate("qa", id, "signature", "passed")
                .then()
                .statusCode(409)
                .body("code", equalTo("does-not-verify"));
        assertThat(Desk.state(id)).isEqualTo("signed");
        Files.write(kept, good);
        Desk.gate("qa", id, "signature", "passed").then().statusCode(200);
    }

    @Test
    void anUploadThatIsNotWhatItSaysChangesNothing() throws InterruptedException {
        Desk desk = Desk.open();
        String id = desk.fix("1.3.0");
        String before = Desk.etag(id);
        given().auth()
                .preemptive()
                .basic("developer", "test-developer")
                .contentType("application/octet-stream")
                .header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:")
                .body(Desk.firmware(99))
                .put(path(desk, id, "1.3.0"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("other-digest"));
        desk.upload("developer", id, "1.4.0", Desk.firmware(99))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("other-version"));
        desk.upload("developer", id, "1.3.0", new byte[0])
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("file-empty"));
        assertThat(Desk.etag(id)).isEqualTo(before);
    }

    @Test
    void halfAnUploadIsNone() throws Exception {
        Desk desk = Desk.open();
        String id = desk.fix("1.5.0");
        String before = Desk.etag(id);
        int port = io.restassured.RestAssured.port;
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                "developer:test-developer".getBytes(StandardCharsets.US_ASCII));
        try (Socket line = new Socket("localhost", port)) {
            String head =
                    "PUT %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Basic %s\r\nContent-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\n"
                            .formatted(path(desk, id, "1.5.0"), port, basic);
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(Desk.firmware(5000));
            line.getOutputStream().flush();
        }
        Desk.as("developer").get(path(desk, id, "1.5.0")).then().statusCode(404);
        assertThat(Desk.etag(id)).isEqualTo(before);
    }

    private static String path(Desk desk, String id, String version) {
        return Desk.API + "/" + id + "/artifacts/" + desk.model() + "/" + version;
    }

    @Test
    void aVersionThatIsOfferedKeepsItsBytes() throws InterruptedException {
        Desk desk = Desk.open();
        String first = desk.verified("2.0.0", Desk.firmware(111));
        Desk.text(first);
        Desk.post("security-office", first, "release").then().statusCode(200);
        desk.upload("developer", first, "2.0.0", Desk.firmware(112))
                .then()
                .statusCode(409)
                .body("code", equalTo("released"));
        String second = desk.verified("2.0.0", Desk.firmware(113));
        Desk.text(second);
        Desk.post("security-office", second, "release")
                .then()
                .statusCode(409)
                .body("code", equalTo("version-taken"));
        assertThat(Said.all(org.hikeshi.events.PatchReady.class, desk.caseId())).hasSize(1);
    }
}
