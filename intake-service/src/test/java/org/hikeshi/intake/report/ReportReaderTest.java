package org.hikeshi.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.hikeshi.intake.Corpora;
import org.hikeshi.intake.report.ReportReader.Malformed;
import org.hikeshi.intake.report.ReportReader.Read;
import org.hikeshi.intake.report.ReportReader.Reading;
import org.hikeshi.intake.report.ReportReader.Unfit;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Language;
import org.hikeshi.web.Words;
import org.hikeshi.web.problem.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new StrictJson().customize(JSON);
    }

    private static final String FULL =
            """
            {"product":{"name":"EG","model":"EG-100","firmwareVersion":"2.4"},"title":"t",
             "description":"d","impact":"i","reproduction":"r","discoveredOn":"2026-11-30",
             "technicalDetails":"td","exploitation":{"status":"proof-of-concept","details":"ed"},
             "disclosurePlan":{"date":"2027-01-15","time":"11:00","zone":"Asia/Tokyo","details":"dd"},
             "tooling":"AI","toldOthers":[{"party":"CERT","number":"1"},{"party":"B"}],
             "existingCve":"CVE-2026-12345","mayShareContact":true,
             "reporter":{"name":"n","email":"Finder@Example.com","organisation":"o","language":"en",
                         "creditAs":"c","anonymous":false}}""";

    @Test
    void everyFieldOfTheContractIsRead() {
        Report report = ((Read) read(FULL)).report();
        assertThat(report)
                .isEqualTo(
                        new Report(
                                new Report.Product("EG", "EG-100", "2.4"),
                                "t",
                                "d",
                                "i",
                                "r",
                                LocalDate.of(2026, 11, 30),
                                "td",
                                new Report.Exploitation(
                                        Report.Exploitation.Status.PROOF_OF_CONCEPT, "ed"),
                                new Report.DisclosurePlan(
                                        LocalDate.of(2027, 1, 15),
                                        LocalTime.of(11, 0),
                                        ZoneId.of("Asia/Tokyo"),
                                        "dd"),
                                "AI",
                                List.of(new Report.Told("CERT", "1"), new Report.Told("B", "")),
                                "CVE-2026-12345",
                                true,
                                new Report.Reporter("n", "Finder@example.com", "o", "c"),
                                "en"));
    }

    @Test
    void theCanonicalJsonNeverChangesItsBytes() {
        Report report = ((Read) read(FULL)).report();
        String canonical = new String(ReportJson.canonical(report), UTF_8);
        assertThat(canonical)
                .isEqualTo(
                        "{\"product\":{\"name\":\"EG\",\"model\":\"EG-100\",\"firmwareVersion\":\"2.4\"},"
                                + "\"title\":\"t\",\"description\":\"d\",\"impact\":\"i\",\"reproduction\":\"r\","
                                + "\"discoveredOn\":\"2026-11-30\",\"technicalDetails\":\"td\","
                                + "\"exploitation\":{\"status\":\"proof-of-concept\",\"details\":\"ed\"},"
                                + "\"disclosurePlan\":{\"date\":\"2027-01-15\",\"time\":\"11:00\",\"zone\":\"Asia/Tokyo\",\"details\":\"dd\"},"
                                + "\"tooling\":\"AI\",\"toldOthers\":[{\"party\":\"CERT\",\"number\":\"1\"},{\"party\":\"B\"}],"
                                + "\"existingCve\":\"CVE-2026-12345\",\"mayShareContact\":true,"
                                + "\"reporter\":{\"name\":\"n\",\"email\":\"Finder@example.com\",\"organisation\":\"o\",\"creditAs\":\"c\",\"language\":\"en\"}}");
        assertThat(read(canonical)).isEqualTo(new Read(report));
        byte[] joined =
                ReportJson.joined(
                        ReportJson.contentBytes(report),
                        ReportJson.identityBytes(report.reporter()),
                        report.language());
        assertThat(new String(joined, UTF_8)).isEqualTo(canonical);
        assertThat(ReportJson.reporterOf(ReportJson.identityBytes(report.reporter())))
                .isEqualTo(report.reporter());
    }

    @Test
    void nothingIsRequiredHere() {
        Report report = ((Read) read("{}")).report();
        assertThat(report.saysNothing()).isTrue();
        assertThat(report.reporter()).isEqualTo(Report.Reporter.NOBODY);
        assertThat(report.language()).isNull();
        assertThat(new String(ReportJson.canonical(report), UTF_8)).isEqualTo("{}");
    }

    @Test
    void nullCountsAsAbsent() {
        assertThat(read("{\"title\":null,\"reporter\":null,\"toldOthers\":null}"))
                .isEqualTo(read("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "{\"descripton\":\"x\"} -> /descripton -> unknown-field",
                "{\"a/b~c\":1} -> /a~1b~0c -> unknown-field",
                "{\"product\":{\"vendor\":\"x\"}} -> /product/vendor -> unknown-field",
                "{\"title\":5} -> /title -> wrong-type",
                "{\"product\":\"EG\"} -> /product -> wrong-type",
                "{\"toldOthers\":{}} -> /toldOthers -> wrong-type",
                "{\"toldOthers\":[1]} -> /toldOthers/0 -> wrong-type",
                "{\"toldOthers\":[{\"number\":\"1\"}]} -> /toldOthers/0/party -> required",
                "{\"mayShareContact\":\"yes\"} -> /mayShareContact -> wrong-type",
                "{\"discoveredOn\":\"2026/12/01\"} -> /discoveredOn -> not-a-date",
                "{\"discoveredOn\":\"2026-02-30\"} -> /discoveredOn -> not-a-date",
                "{\"discoveredOn\":\"2026-12-02\"} -> /discoveredOn -> in-the-future",
                "{\"exploitation\":{\"status\":\"maybe\"}} -> /exploitation/status -> not-an-exploitation",
                "{\"disclosurePlan\":{\"time\":\"25:00\"}} -> /disclosurePlan/time -> not-a-time",
                "{\"disclosurePlan\":{\"zone\":\"Mars/Base\"}} -> /disclosurePlan/zone -> not-a-zone",
                "{\"existingCve\":\"CVE-26-1\"} -> /existingCve -> not-a-cve",
                "{\"title\":\"a\\nb\"} -> /title -> one-line",
                "{\"title\":\"a\\u0000b\"} -> /title -> one-line",
                "{\"title\":\"a\\u2028b\"} -> /title -> one-line",
                "{\"description\":\"\\ud800\"} -> /description -> not-unicode",
                "{\"reporter\":{\"email\":\"nobody\"}} -> /reporter/email -> address-no-at-sign",
                "{\"reporter\":{\"email\":\"\"}} -> /reporter/email -> address-empty",
                "{\"reporter\":{\"email\":\"a@b.example\\r\\nBcc: c@d.example\"}} -> /reporter/email -> one-line",
                "{\"reporter\":{\"name\":\"A\\r\\nBcc: c@d.example\"}} -> /reporter/name -> one-line",
                "{\"reporter\":{\"language\":\"fr\"}} -> /reporter/language -> not-a-language",
                "{\"reporter\":{\"pgpPublicKey\":\"x\"}} -> /reporter/pgpPublicKey -> pgp-not-read-yet",
                "{\"reporter\":{\"anonymous\":true,\"name\":\"x\"}} -> /reporter/name -> anonymous-with-contact",
                "{\"reporter\":{\"anonymous\":true,\"organisation\":\"x\"}} -> /reporter/organisation -> anonymous-with-contact",
                "{\"reporter\":{\"anonymous\":true,\"email\":\"a@example.com\"}} -> /reporter/email -> anonymous-with-contact",
                "{\"title\":\"a\",\"title\":\"b\"} -> /title -> duplicate-field",
                "[] -> '' -> wrong-type",
                "\"text\" -> '' -> wrong-type",
            })
    void whatDoesNotFitIsNamedWithPointerAndCode(String body, String pointer, String code) {
        assertThat(read(body))
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit -> {
                            assertThat(unfit.errors())
                                    .extracting(FieldError::pointer, FieldError::code)
                                    .containsExactly(
                                            org.assertj.core.groups.Tuple.tuple(pointer, code));
                            assertWords(unfit.errors().getFirst());
                        });
    }

    private static void assertWords(FieldError error) {
        Words words = Words.ofClassPath();
        for (Language language : Language.values()) {
            assertThat(error.message(words, language)).isNotBlank().doesNotContain("{");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}x",
                "{\"a\":1,\"a\":2",
                "{'a':1}",
                "{\"a\":01}",
                "nul",
                "\ufeff"
            })
    void whatIsNoJsonIsMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Malformed.class);
    }

    @Test
    void otherCharsetsAreMalformed() {
        for (byte[] body :
                List.of(
                        "{\"title\":\"\u3042\"}"
                                .getBytes(java.nio.charset.Charset.forName("Shift_JIS")),
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_16),
                        "{\"title\":\"\u00e9\"}"
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))) {
            assertThat(reader().read(body, TODAY)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void aLotOfErrorsIsBounded() {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < 5_000; i++) {
            body.put("x" + i, "y");
        }
        assertThat(((Unfit) read(body.toString())).errors()).hasSize(50);
    }

    @Test
    void agreesWithTheTestSuiteOfOthers() throws IOException {
        for (Path file : Corpora.jsonTestSuite()) {
            Reading reading = reader().read(Files.readAllBytes(file), TODAY);
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("n_")) {
                assertThat(reading).as(name).isInstanceOf(Malformed.class);
            } else if (name.startsWith("y_")) {
                assertThat(reading).as(name).isNotInstanceOf(Malformed.class);
            }
        }
    }

    @Test
    void naughtyStringsAreKeptToTheLetterOrRefusedByName() throws IOException {
        int kept = 0;
        for (String naughty : Corpora.naughtyStrings()) {
            for (String field : List.of("description", "title")) {
                ObjectNode body = JSON.createObjectNode().put(field, naughty);
                switch (read(body.toString())) {
                    case Read(Report report) -> {
                        byte[] canonical = ReportJson.canonical(report);
                        assertThat(JSON.readTree(canonical).path(field).asText(""))
                                .isEqualTo(naughty);
                        kept++;
                    }
                    case Unfit(List<FieldError> errors) ->
                            assertThat(errors.getFirst().code()).isIn("one-line", "too-long");
                    case Malformed() -> throw new AssertionError("well-formed JSON was refused");
                }
            }
        }
        assertThat(kept).isGreaterThan(900);
    }

    private static Reading read(String body) {
        return reader().read(body.getBytes(UTF_8), TODAY);
    }

    private static ReportReader reader() {
        return new ReportReader(JSON);
    }
}
