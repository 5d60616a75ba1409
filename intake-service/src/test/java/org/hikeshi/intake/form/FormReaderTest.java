package org.hikeshi.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.web.FieldError;
import org.junit.jupiter.api.Test;

class FormReaderTest {

    private static final LocalDate LATEST = LocalDate.of(2026, 12, 2);
    private static final SealedFile FILE =
            new SealedFile(UUID.randomUUID(), "poc", "", 1, new byte[32]);

    @Test
    void aDescriptionIsEnough() {
        FormReading reading = read(Map.of("description", "it burns"));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.report().description()).isEqualTo("it burns");
        assertThat(reading.report().reporter()).isEqualTo(Report.Reporter.NOBODY);
        assertThat(reading.report().language()).isEqualTo("ja");
    }

    @Test
    void aFileIsEnough() {
        assertThat(FormReader.read(form(Map.of(), List.of(FILE)), LATEST).errors()).isEmpty();
        assertThat(codes(read(Map.of()))).containsExactly("/description description-or-file");
        assertThat(codes(read(Map.of("description", " \n "))))
                .containsExactly("/description description-or-file");
    }

    @Test
    void anonymousWinsOverContactFields() {
        Map<String, String> typed =
                Map.of(
                        "description", "d",
                        "contact", "anonymous",
                        "reporter.name", "Taro",
                        "reporter.email", "no address at all",
                        "credit", "name",
                        "reporter.creditAs", "nick");
        FormReading reading = read(typed);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.contactDropped()).isTrue();
        assertThat(reading.report().reporter()).isEqualTo(new Report.Reporter("", "", "", "nick"));
    }

    @Test
    void anonymousWithoutContactDropsNothing() {
        assertThat(read(Map.of("description", "d", "contact", "anonymous")).contactDropped())
                .isFalse();
    }

    @Test
    void planTimesAndParties() {
        Report report =
                read(Map.of(
                                "description", "d",
                                "disclosurePlan.date", "２０２７年１月１５日",
                                "disclosurePlan.time", "11時",
                                "disclosurePlan.zone", "Asia/Tokyo",
                                "toldOthers", "調整機関： 12345\n\nAnother vendor\n",
                                "existingCve", "2026-12345"))
                        .report();
        assertThat(report.disclosurePlan())
                .isEqualTo(
                        new Report.DisclosurePlan(
                                LocalDate.of(2027, 1, 15),
                                LocalTime.of(11, 0),
                                ZoneId.of("Asia/Tokyo"),
                                ""));
        assertThat(report.toldOthers())
                .containsExactly(
                        new Report.Told("調整機関", "12345"), new Report.Told("Another vendor", ""));
        assertThat(report.existingCve()).isEqualTo("CVE-2026-12345");
    }

    @Test
    void theZoneAloneIsNoPlan() {
        Report report =
                read(Map.of("description", "d", "disclosurePlan.zone", "Asia/Tokyo")).report();
        assertThat(report.disclosurePlan().zone()).isNull();
    }

    @Test
    void eachFieldThatCannotBeReadIsNamed() {
        assertThat(
                        codes(
                                read(
                                        Map.of(
                                                "description", "d",
                                                "discoveredOn", "yesterday",
                                                "disclosurePlan.date", "soon",
                                                "disclosurePlan.time", "noon",
                                                "existingCve", "CVE",
                                                "reporter.email", "a@b",
                                                "title", "x".repeat(301)))))
                .containsExactlyInAnyOrder(
                        "/discoveredOn not-a-date",
                        "/disclosurePlan/date not-a-date",
                        "/disclosurePlan/time not-a-time",
                        "/existingCve not-a-cve",
                        "/reporter/email address-domain",
                        "/title too-long");
        assertThat(codes(read(Map.of("description", "d", "discoveredOn", "2026-12-03"))))
                .containsExactly("/discoveredOn in-the-future");
    }

    @Test
    void headerTricksBecomeOneHarmlessLineOrAnError() {
        FormReading reading =
                read(Map.of("description", "d", "reporter.name", "A\r\nBcc: b@example.com"));
        assertThat(reading.report().reporter().name()).isEqualTo("A  Bcc: b@example.com");
        assertThat(
                        codes(
                                read(
                                        Map.of(
                                                "description", "d",
                                                "reporter.email",
                                                        "a@example.com\nBcc: b@example.com"))))
                .containsExactly("/reporter/email address-control-character");
    }

    @Test
    void tooMuchTextIsSaidNotCut() {
        assertThat(codes(read(Map.of("description", "x".repeat((1 << 20) + 1)))))
                .containsExactly("/description limit-report-bytes");
    }

    private static List<String> codes(FormReading reading) {
        return reading.errors().stream().map(FormReaderTest::text).toList();
    }

    private static String text(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    private static FormReading read(Map<String, String> typed) {
        return FormReader.read(form(typed, List.of()), LATEST);
    }

    private static SentForm form(Map<String, String> typed, List<SealedFile> files) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        typed.forEach((name, value) -> values.put(name, List.of(value)));
        return new SentForm(values, Upload.fresh(), files, List.of(), false);
    }
}
