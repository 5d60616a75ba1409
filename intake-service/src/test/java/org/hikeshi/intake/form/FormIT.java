package org.hikeshi.intake.form;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.Stored;
import org.junit.jupiter.api.Test;

/** The form as a browser without script uses it. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class FormIT {

    @Inject DataSource database;

    @Test
    void theFormSaysWhatWePromise() {
        String ja = given().header("Accept-Language", "ja").get("/report").asString();
        assertThat(ja)
                .contains("脆弱性を報告する", "この窓口の約束", "送信後すぐ")
                .containsPattern("月\\d+日\\([月火水木金土日]\\)まで");
        String en = given().header("Accept-Language", "en").get("/report").asString();
        assertThat(en)
                .contains("Report a vulnerability")
                .containsPattern("by (Mon|Tue|Wed|Thu|Fri|Sat|Sun) ");
    }

    @Test
    void nothingInvitesMailToTheDeskOrPgpYet() {
        for (String language : new String[] {"ja", "en"}) {
            assertThat(given().header("Accept-Language", language).get("/report").asString())
                    .doesNotContainIgnoringCase("pgp", "mailto:", "fingerprint", "指紋", "security@");
        }
    }

    @Test
    void aReportIsSentAndTheReceivedPageShowsItsKeyOnce() {
        Response sent =
                post(
                        Map.of(
                                "description",
                                "from the form",
                                "reporter.email",
                                "a@example.com",
                                "language",
                                "ja"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("/report/received");
        String cookie = sent.header("Set-Cookie");
        assertThat(cookie)
                .contains("Path=/report/received", "HTTPOnly", "SameSite=Strict", "Max-Age=1800")
                .doesNotContain("from the form");
        Response page = received(sent);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        String html = page.asString();
        assertThat(html)
                .containsPattern("R-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")
                .containsPattern(">([0-9A-Z]{5}-){5}[0-9A-Z]</span>");
        assertThat(html).doesNotContain("from the form", "a@example.com");
        assertThat(given().get("/report/received").statusCode()).isEqualTo(410);
        assertThat(download(sent, "receipt.txt").asString()).startsWith("Hikeshi receipt v1\n");
        assertThat(download(sent, "receipt.sig").asByteArray()).hasSize(64);
    }

    @Test
    void theReceiptHashesTheJsonThatIsOffered() throws Exception {
        Response sent =
                post(Map.of("description", "hash me", "reporter.name", "N", "product.name", "P"));
        byte[] json = download(sent, "report.json").asByteArray();
        String hash =
                java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(json));
        assertThat(download(sent, "receipt.txt").asString()).contains("report-sha256: " + hash);
        assertThat(new String(json, UTF_8))
                .isEqualTo(
                        "{\"product\":{\"name\":\"P\"},\"description\":\"hash me\",\"reporter\":{\"name\":\"N\",\"language\":\"ja\"}}");
    }

    @Test
    void anonymousWinsAndIsSaid() throws Exception {
        Response sent =
                post(
                        Map.of(
                                "description",
                                "d",
                                "contact",
                                "anonymous",
                                "reporter.name",
                                "dropped-name",
                                "reporter.email",
                                "dropped@example.com"));
        assertThat(received(sent).asString()).contains("保存していません");
        assertThat(download(sent, "report.json").asString()).doesNotContain("dropped");
        assertThat(new Stored(database).tablesThatShow("dropped")).isEmpty();
    }

    @Test
    void aFailedFormKeepsEveryWordAndEveryFile() throws Exception {
        long before = new Stored(database).count("upload");
        Response failed =
                form(Map.of(
                                "title",
                                "kept title",
                                "discoveredOn",
                                "yesterday",
                                "impact",
                                "kept <b>impact</b>"))
                        .multiPart("files", "poc.pcap", new byte[100_000])
                        .post("/report");
        assertThat(failed.statusCode()).isEqualTo(422);
        String page = failed.asString();
        assertThat(page)
                .contains("<title>エラー: ")
                .contains("href=\"#discoveredOn\"")
                .contains("value=\"kept title\"")
                .contains("kept &lt;b&gt;impact&lt;/b&gt;")
                .contains("value=\"yesterday\"")
                .contains("poc.pcap", "100.0 kB");
        Map<String, String> again = new LinkedHashMap<>(hidden(page));
        again.put("discoveredOn", "2026-01-02");
        Response sent = post(again);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(download(sent, "receipt.txt").asString()).contains("file-sha256: ");
        assertThat(new Stored(database).count("upload")).isEqualTo(before);
    }

    @Test
    void aKeptFileCanBeTakenOut() throws Exception {
        Response failed =
                form(Map.of("discoveredOn", "x"))
                        .multiPart("files", "a.txt", new byte[10])
                        .multiPart("files", "b.txt", new byte[10])
                        .post("/report");
        Matcher remove =
                Pattern.compile("name=\"remove\" value=\"([0-9a-f-]{36})\"")
                        .matcher(failed.asString());
        assertThat(remove.find()).isTrue();
        Map<String, String> again = new LinkedHashMap<>(hidden(failed.asString()));
        again.put("remove", remove.group(1));
        Response without = post(again);
        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(without.asString()).doesNotContain("a.txt").contains("b.txt");
        again.remove("remove");
        assertThat(post(again).statusCode()).isEqualTo(303);
    }

    @Test
    void theLanguageSwitchKeepsEverything() {
        Response switched =
                form(Map.of("lang", "en", "description", "kept words", "discoveredOn", "nonsense"))
                        .multiPart("files", "kept.bin", new byte[10])
                        .post("/report");
        assertThat(switched.statusCode()).isEqualTo(200);
        assertThat(switched.asString())
                .contains("Report a vulnerability", "kept words", "nonsense", "kept.bin")
                .doesNotContain("id=\"errors\"");
        assertThat(switched.cookie("lang")).isEqualTo("en");
    }

    @Test
    void sendingTwiceIsOneReport() throws Exception {
        String page = given().get("/report").asString();
        Map<String, String> values = new LinkedHashMap<>(hidden(page));
        values.put("description", "double click");
        Response first = post(values);
        Response second = post(values);
        assertThat(code(received(second))).isEqualTo(code(received(first)));
        values.put("description", "another report from the same page");
        assertThat(code(received(post(values)))).isNotEqualTo(code(received(first)));
    }

    @Test
    void sendingTwiceWithKeptFilesIsOneReport() {
        Response failed =
                form(Map.of(
                                "once",
                                hidden(given().get("/report").asString()).get("once"),
                                "discoveredOn",
                                "x"))
                        .multiPart("files", "a", new byte[10])
                        .post("/report");
        Map<String, String> values = new LinkedHashMap<>(hidden(failed.asString()));
        Response first = post(values);
        Response second = post(values);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(code(received(second))).isEqualTo(code(received(first)));
    }

    @Test
    void lostFilesAreSaid() {
        Response answer =
                post(Map.of("upload", "00000000-0000-4000-8000-000000000000", "description", "d"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("もう一度選んでください");
    }

    @Test
    void aFileOverTheLimitIsNamedAndTheRestKept() {
        Response answer =
                form(Map.of("description", "kept words"))
                        .multiPart("files", "huge.img", new byte[(50 << 20) + 1])
                        .multiPart("files", "small.txt", new byte[5])
                        .post("/report");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("「huge.img」", "kept words", "small.txt");
        assertThat(post(hidden(answer.asString())).statusCode()).isEqualTo(303);
    }

    @Test
    void foreignPagesCannotSend() {
        assertThat(
                        form(Map.of("description", "d"))
                                .header("Origin", "https://evil.example")
                                .post("/report")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        form(Map.of("description", "d"))
                                .header("Sec-Fetch-Site", "cross-site")
                                .post("/report")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aForgedCookieShowsNothing() {
        assertThat(given().cookie("received", "A".repeat(100)).get("/report/received").statusCode())
                .isEqualTo(410);
        assertThat(
                        given().cookie("received", "A".repeat(100))
                                .get("/report/received/report.json")
                                .statusCode())
                .isEqualTo(404);
    }

    private static String code(Response page) {
        Matcher code =
                Pattern.compile("R-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]").matcher(page.asString());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static Response received(Response sent) {
        return given().cookies(sent.cookies())
                .header("Accept-Language", "ja")
                .get("/report/received");
    }

    private static Response download(Response sent, String file) {
        return given().cookies(sent.cookies()).get("/report/received/" + file);
    }

    private static Response post(Map<String, String> values) {
        return form(values).post("/report");
    }

    private static RequestSpecification form(Map<String, String> values) {
        RequestSpecification form =
                given().redirects().follow(false).header("Accept-Language", "ja");
        if (values.isEmpty()) {
            return form.multiPart("nothing", "");
        }
        values.forEach(
                (name, value) ->
                        form.multiPart(
                                new io.restassured.builder.MultiPartSpecBuilder(value)
                                        .controlName(name)
                                        .charset(UTF_8)
                                        .build()));
        return form;
    }

    /** What a browser would send of the page by itself: hidden fields, texts. */
    private static Map<String, String> hidden(String page) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher input =
                Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                        .matcher(page);
        while (input.find()) {
            values.put(input.group(1), input.group(2));
        }
        return values;
    }
}
