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
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.AffectedProduct;
import org.hikeshi.events.Finding;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.events.Severity;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.VersionRange;
import org.hikeshi.events.VulnerabilityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the public, customers' mails and staff pages get of a released fix. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class DownloadsIT {
    @TempDir Path folder;

    @Test
    void whatIsOfferedVerifiesWithOpenSsl() throws Exception {
        Desk desk = Desk.open();
        byte[] firmware = Desk.firmware(70_000);
        String id = desk.verified("3.0.0", firmware);
        String base = "/downloads/" + desk.model() + "/3.0.0/";
        String file = desk.model() + "-3.0.0.bin";
        given().get(base + file).then().statusCode(404);
        Desk.text(id);
        Desk.post("developer", id, "release").then().statusCode(200);

        Path bytes = fetched(base + file, "fw");
        assertThat(bytes).hasBinaryContent(firmware);
        Path key = fetched("/downloads/signing-key.pem", "key.pem");
        verified(key, fetched(base + file + ".sig", "fw.sig"), bytes, "Verified OK");
        Path manifest = fetched(base + "manifest.json", "manifest.json");
        verified(key, fetched(base + "manifest.json.sig", "m.sig"), manifest, "Verified OK");
        byte[] tampered = firmware.clone();
        tampered[0] ^= 1;
        Files.write(bytes, tampered);
        verified(key, folder.resolve("fw.sig"), bytes, "Verification failure");

        given().get(base + "manifest.json")
                .then()
                .body("model", equalTo(desk.model()))
                .body("version", equalTo("3.0.0"))
                .body("minimumVersion", equalTo("3.0.0"))
                .body("size", equalTo(70_000));
        given().header("Range", "bytes=10-19")
                .get(base + file)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/70000");
        pages(desk, id);
    }

    private Path fetched(String path, String name) throws IOException {
        byte[] bytes = given().get(path).then().statusCode(200).extract().asByteArray();
        return Files.write(folder.resolve(name), bytes);
    }

    private static void verified(Path key, Path signature, Path bytes, String says)
            throws IOException, InterruptedException {
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "dgst",
                                "-sha256",
                                "-sigopt",
                                "rsa_padding_mode:pss",
                                "-sigopt",
                                "rsa_pss_saltlen:32",
                                "-verify",
                                key.toString(),
                                "-signature",
                                signature.toString(),
                                bytes.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(openssl.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(openssl.getInputStream().readAllBytes(), UTF_8)).contains(says);
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    private static void pages(Desk desk, String id) {
        for (String language : List.of("ja", "en")) {
            given().get("/downloads/?lang=" + language)
                    .then()
                    .statusCode(200)
                    .body(containsString(desk.model()));
            given().get("/downloads/" + desk.model() + "?lang=" + language)
                    .then()
                    .statusCode(200)
                    .body(containsString("3.0.0"))
                    .body(not(containsString("Bounds are checked")));
            String session = session();
            for (String page :
                    List.of(
                            "/desk/releases",
                            "/desk/releases/" + id,
                            "/desk/products",
                            "/desk/releases/cases/" + desk.caseId() + "/panel")) {
                given().cookie("hikeshi-session", session)
                        .get(page + "?lang=" + language)
                        .then()
                        .statusCode(200)
                        .body(containsString("Edge Gateway"));
            }
        }
        given().get("/downloads/none").then().statusCode(404);
    }

    private static String session() {
        return given().redirects()
                .follow(false)
                .formParam("name", "security-office")
                .formParam("password", "test-security-office")
                .post("/sign-in")
                .cookie("hikeshi-session");
    }

    @Test
    void theNotifierLearnsWhoseUnitsAreAffected() throws InterruptedException {
        Desk desk = Desk.open();
        Desk.as("communications")
                .body(
                        Map.of(
                                "units",
                                List.of(
                                        unit(desk, "1", "2.3.0", "CUST-1"),
                                        unit(desk, "2", "2.4.0", "CUST-1"),
                                        unit(desk, "3", "2.4.1", "CUST-2"))))
                .post("/api/v1/products/" + desk.product() + "/units")
                .then()
                .statusCode(200)
                .body("units", equalTo(3));
        Neighbour.named("triage").says(scored(desk, 2, ">=2.0|<2.4.1"));
        Neighbour.named("triage").says(scored(desk, 1, "*"));
        String path = "/internal/cases/" + desk.caseId() + "/affected-customers";
        Neighbour notifier = Neighbour.named("notifier");
        Said.await(
                "the scoring",
                () -> asked(notifier, path).jsonPath().getList("customers").size() == 1);
        asked(notifier, path)
                .then()
                .body("customers[0].customerId", equalTo("CUST-1"))
                .body("customers[0].products", hasSize(1))
                .body("customers[0].products[0].units", equalTo(2));
        given().header("Authorization", Neighbour.named("triage").bearer("release"))
                .get(path)
                .then()
                .statusCode(404);
    }

    private static io.restassured.response.Response asked(Neighbour notifier, String path) {
        return given().header("Authorization", notifier.bearer("release")).get(path);
    }

    private static Map<String, String> unit(
            Desk desk, String serial, String version, String customer) {
        return Map.of(
                "serial",
                serial,
                "model",
                desk.model(),
                "version",
                version,
                "customerId",
                customer);
    }

    private static Scored scored(Desk desk, int revision, String range) {
        return new Scored(
                desk.caseId(),
                revision,
                Instant.now(),
                Finding.VALID,
                Severity.CRITICAL,
                PriorityLevel.values()[0],
                List.of(
                        new ScoredVulnerability(
                                new VulnerabilityId(UUID.randomUUID()),
                                null,
                                null,
                                new BigDecimal("9.8"),
                                Severity.CRITICAL,
                                List.of(
                                        new AffectedProduct(
                                                ProductId.parse(desk.product()),
                                                VersionRange.parse(range))))),
                StaffId.parse("security-office"));
    }

    @Test
    void anApprovedTextIsFoundByItsHashOnly() throws InterruptedException {
        Desk desk = Desk.open();
        String id = desk.fix("4.0.0");
        String draft =
                Desk.as("security-office")
                        .body(
                                Map.of(
                                        "urgency",
                                        "at-once",
                                        "how",
                                        Map.of("ja", "画面から。", "en", "On the page.")))
                        .put(Desk.API + "/" + id + "/pre-disclosure")
                        .path("hash");
        Neighbour notifier = Neighbour.named("notifier");
        asked(notifier, "/internal/pre-disclosure/" + draft).then().statusCode(404);
        Desk.as("security-office")
                .body(Map.of("hash", draft))
                .post(Desk.API + "/" + id + "/pre-disclosure/approval")
                .then()
                .statusCode(404);
        Desk.as("ciso")
                .body(Map.of("hash", draft))
                .post(Desk.API + "/" + id + "/pre-disclosure/approval")
                .then()
                .statusCode(200);
        asked(notifier, "/internal/pre-disclosure/" + draft)
                .then()
                .statusCode(200)
                .body("texts.en", containsString("Update 4.0.0 is available for Edge Gateway."));
    }
}
