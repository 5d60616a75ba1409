package org.hikeshi.intake.report;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hikeshi.intake.Corpora;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.Stored;
import org.hikeshi.intake.Wire;
import org.junit.jupiter.api.Test;

/** The API as an outside program uses it. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class ReportsIT {

    private static final String WHOLE =
            """
            {"product":{"name":"planted-product","model":"planted-model","firmwareVersion":"planted-version"},
             "title":"planted-title","description":"planted-description","impact":"planted-impact",
             "reproduction":"planted-steps","technicalDetails":"planted-details",
             "exploitation":{"status":"active","details":"planted-exploitation"},
             "disclosurePlan":{"details":"planted-plan"},"tooling":"planted-tool",
             "toldOthers":[{"party":"planted-party","number":"planted-number"}],
             "reporter":{"name":"planted-name","email":"planted-address@example.com",
                         "organisation":"planted-organisation","creditAs":"planted-credit","language":"en"}}""";

    @Inject DataSource database;

    @Test
    void aReportIsStoredAndItsSenderHoldsTheProof() throws Exception {
        Response answer = post(WHOLE);
        assertThat(answer.statusCode()).isEqualTo(201);
        String code = answer.path("trackingCode");
        assertThat(code).matches("R-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
        assertThat(answer.header("Location")).endsWith("/api/v1/reports/" + code);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.<String>path("accessKey")).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(answer.<String>path("statusUrl")).endsWith("/status");
        assertThat(Instant.parse(answer.path("receivedAt"))).isBefore(Instant.now().plusSeconds(1));
        List<Map<String, String>> promises = answer.path("promises");
        assertThat(promises).isNotEmpty();
        for (Map<String, String> promise : promises) {
            assertThat(promise).containsOnlyKeys("clause", "clock", "kind", "dueAt", "text");
            assertThat(promise.get("kind")).isIn("target", "commitment");
            assertThat(promise.get("text")).as("the report's language is English").isASCII();
        }
        String receipt =
                new String(Base64.getDecoder().decode(answer.<String>path("receipt.bytes")), UTF_8);
        assertThat(receipt)
                .contains("id: " + code + "\n")
                .contains("received: " + answer.path("receivedAt") + "\n")
                .contains("report-sha256: " + sha256(WHOLE.getBytes(UTF_8)) + "\n");
    }

    @Test
    void opensslVerifiesTheReceipt() throws Exception {
        Response answer = post("{\"description\":\"x\"}");
        Response key = given().get("/api/v1/receipt-key");
        assertThat(key.<String>path("keyId")).isEqualTo(answer.path("receipt.keyId"));
        Path folder = Files.createTempDirectory("receipt");
        Path pem = Files.writeString(folder.resolve("key.pem"), key.path("publicKey"));
        Path bytes =
                Files.write(
                        folder.resolve("bytes"),
                        Base64.getDecoder().decode(answer.<String>path("receipt.bytes")));
        Path signature =
                Files.write(
                        folder.resolve("sig"),
                        Base64.getDecoder().decode(answer.<String>path("receipt.ed25519")));
        assertThat(openssl(pem, bytes, signature)).isZero();
        Files.writeString(bytes, "x", java.nio.file.StandardOpenOption.APPEND);
        assertThat(openssl(pem, bytes, signature)).as("a changed receipt").isNotZero();
    }

    @Test
    void gpgVerifiesTheReceiptAndItsSignatureIsMadeOnce() throws Exception {
        Response answer = post("{\"description\":\"x\"}");
        assertThat(answer.<String>path("receipt.openpgp")).as("made when asked for").isNull();
        Response first = receipt(answer);
        assertThat(receipt(answer).<String>path("openpgp")).isEqualTo(first.path("openpgp"));
        Path folder = Files.createTempDirectory("gpg");
        Path bytes = Files.write(folder.resolve("bytes"), decoded(first, "bytes"));
        Path signature = Files.write(folder.resolve("bytes.asc"), decoded(first, "openpgp"));
        assertThat(gpg(folder, "--import", System.getProperty("hikeshi.test.openpgp-certificate")))
                .isZero();
        assertThat(gpg(folder, "--verify", signature.toString(), bytes.toString())).isZero();
        Files.writeString(bytes, "x", java.nio.file.StandardOpenOption.APPEND);
        assertThat(gpg(folder, "--verify", signature.toString(), bytes.toString()))
                .as("a changed receipt")
                .isNotZero();
    }

    private static Response receipt(Response answer) {
        return given().header("Authorization", "Bearer " + answer.<String>path("accessKey"))
                .get("/api/v1/reports/" + answer.<String>path("trackingCode") + "/receipt");
    }

    private static byte[] decoded(Response receipt, String part) {
        return Base64.getDecoder().decode(receipt.<String>path(part));
    }

    private static int gpg(Path home, String... words) throws Exception {
        java.util.ArrayList<String> line =
                new java.util.ArrayList<>(
                        List.of("gpg", "--homedir", home.toString(), "--batch", "--no-autostart"));
        line.addAll(List.of(words));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static int openssl(Path pem, Path bytes, Path signature) throws Exception {
        return new ProcessBuilder(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-rawin",
                        "-pubin",
                        "-inkey",
                        pem.toString(),
                        "-in",
                        bytes.toString(),
                        "-sigfile",
                        signature.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void nothingThatWasWrittenStandsInClear() throws Exception {
        Response answer =
                given().multiPart("report", WHOLE, "application/json")
                        .multiPart(
                                "attachment",
                                "planted-file-name.txt",
                                "planted-content ".repeat(9_000).getBytes(UTF_8))
                        .post("/api/v1/reports");
        assertThat(answer.statusCode()).isEqualTo(201);
        Stored stored = new Stored(database);
        assertThat(stored.tablesThatShow("planted")).isEmpty();
        assertThat(stored.tablesThatShow(answer.path("accessKey"))).isEmpty();
        assertThat(stored.tablesThatShow("127.0.0.1")).isEmpty();
        assertThat(stored.tablesThatShow("Apache-HttpClient")).isEmpty();
        assertThat(stored.tablesThatShow(answer.path("trackingCode"))).contains("report");
    }

    @Test
    void filesAreHashedAsSent() throws Exception {
        byte[] first = new byte[200_001];
        byte[] second = "second".getBytes(UTF_8);
        Response answer =
                given().multiPart("report", "{}", "application/json")
                        .multiPart("attachment", "a", first)
                        .multiPart("attachment", "b", second)
                        .post("/api/v1/reports");
        assertThat(answer.statusCode()).isEqualTo(201);
        String receipt =
                new String(Base64.getDecoder().decode(answer.<String>path("receipt.bytes")), UTF_8);
        assertThat(receipt)
                .contains("report-sha256: " + sha256("{}".getBytes(UTF_8)))
                .containsSubsequence(
                        "file-sha256: " + sha256(first), "file-sha256: " + sha256(second));
    }

    @Test
    void aRequestMayBeRepeated() {
        String body = "{\"description\":\"repeated\"}";
        Response first =
                given().contentType("application/json")
                        .header("Idempotency-Key", "k-1")
                        .body(body)
                        .post("/api/v1/reports");
        Response again =
                given().contentType("application/json")
                        .header("Idempotency-Key", "k-1")
                        .body(body)
                        .post("/api/v1/reports");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        Response other =
                given().contentType("application/json")
                        .header("Idempotency-Key", "k-1")
                        .body("{\"description\":\"o\"}")
                        .post("/api/v1/reports");
        assertProblem(other, 422, "fields", "key-used-otherwise");
        Response bad =
                given().contentType("application/json")
                        .header("Idempotency-Key", "a b")
                        .body(body)
                        .post("/api/v1/reports");
        assertProblem(bad, 422, "fields", "idempotency-key");
    }

    @Test
    void aRepeatedUploadLeavesNoFilesBehind() throws Exception {
        long before = new Stored(database).count("upload");
        for (int i = 0; i < 3; i++) {
            given().multiPart("report", "{}", "application/json")
                    .multiPart("attachment", "a", new byte[70_000])
                    .header("Idempotency-Key", "upload-twice")
                    .post("/api/v1/reports")
                    .then()
                    .statusCode(201);
        }
        assertThat(new Stored(database).count("upload")).isEqualTo(before);
    }

    @Test
    void somethingHasToBeSaid() {
        assertProblem(post("{}"), 422, "fields", "description-or-file");
        assertProblem(
                post("{\"title\":\"t\",\"description\":\"  \"}"),
                422,
                "fields",
                "description-or-file");
    }

    @Test
    void errorsSpeakTheReadersLanguage() {
        Response ja =
                given().contentType("application/json")
                        .header("Accept-Language", "ja")
                        .body("{\"discoveredOn\":\"x\"}")
                        .post("/api/v1/reports");
        Response en =
                given().contentType("application/json")
                        .header("Accept-Language", "en")
                        .body("{\"discoveredOn\":\"x\"}")
                        .post("/api/v1/reports");
        assertThat(ja.<String>path("errors[0].message")).contains("2026-12-01").contains("日付");
        assertThat(en.<String>path("errors[0].message"))
                .isEqualTo("Please write the date like 2026-12-01.");
        assertThat(en.<String>path("errors[0].pointer")).isEqualTo("/discoveredOn");
    }

    @Test
    void everyDocumentOfTheJsonTestSuiteGetsOneOfTwoAnswers() throws IOException {
        for (Path file : Corpora.jsonTestSuite()) {
            String name = String.valueOf(file.getFileName());
            Response answer =
                    given().config(
                                    io.restassured.RestAssured.config()
                                            .encoderConfig(
                                                    io.restassured.config.EncoderConfig
                                                            .encoderConfig()
                                                            .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                                    false)))
                            .contentType("application/json")
                            .body(Files.readAllBytes(file))
                            .post("/api/v1/reports");
            if (name.startsWith("n_")) {
                assertThat(answer.<String>path("code")).as(name).isEqualTo("malformed-json");
                assertThat(answer.statusCode()).as(name).isEqualTo(400);
            } else if (name.startsWith("y_")) {
                assertThat(answer.statusCode()).as(name).isIn(201, 422);
            } else {
                assertThat(answer.statusCode()).as(name).isIn(201, 400, 422);
            }
        }
    }

    @Test
    void naughtyStringsAreAReportOrAProblem() throws IOException {
        com.fasterxml.jackson.databind.ObjectMapper json =
                new com.fasterxml.jackson.databind.ObjectMapper();
        for (String naughty : Corpora.naughtyStrings()) {
            var body =
                    json.createObjectNode()
                            .put("description", "d " + naughty)
                            .put("title", naughty);
            body.putObject("product").put("name", naughty).put("model", naughty);
            body.putObject("reporter")
                    .put("name", naughty)
                    .put("organisation", naughty)
                    .put("creditAs", naughty);
            Response answer = post(body.toString());
            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).as(naughty).isEqualTo(422);
                assertThat(answer.asString()).contains("one-line");
            }
        }
        for (String naughty : Corpora.naughtyStrings()) {
            var body = json.createObjectNode().put("description", "d");
            body.putObject("reporter").put("email", naughty);
            assertThat(post(body.toString()).statusCode()).as(naughty).isIn(201, 422);
        }
    }

    @Test
    void otherTypesOfBodyAreRefused() throws IOException {
        for (String type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "application/json; charset=Shift_JIS",
                        "application/json;charset=\"utf-16\"",
                        "multipart/form-data",
                        "multipart/mixed; boundary=b")) {
            String answer =
                    Wire.say(
                            "POST /api/v1/reports HTTP/1.1\nHost: localhost:%d\nConnection: close\nContent-Type: %s\nContent-Length: 2\n\n"
                                    .formatted(io.restassured.RestAssured.port, type),
                            "{}".getBytes(UTF_8),
                            false);
            assertThat(answer)
                    .as(type)
                    .containsPattern("^HTTP/1.1 4(00|15)")
                    .contains("application/problem+json");
        }
        assertThat(
                        given().contentType("application/json; charset=UTF-8")
                                .body("{\"description\":\"x\"}")
                                .post("/api/v1/reports")
                                .statusCode())
                .isEqualTo(201);
    }

    private static Response post(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post("/api/v1/reports");
    }

    private static void assertProblem(Response answer, int status, String code, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).contains("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
        assertThat(answer.<List<String>>path("errors.code")).containsExactly(error);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
