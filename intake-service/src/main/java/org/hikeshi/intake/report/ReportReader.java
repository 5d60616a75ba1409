package org.hikeshi.intake.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.StrictJson;
import org.jspecify.annotations.Nullable;

/** Reads the report of the API: exactly the fields of the contract, nothing guessed. */
public final class ReportReader {

    private static final int MOST_TOLD = 50;
    private static final int LONGEST_CVE = 24;
    private static final List<String> LANGUAGES = List.of("ja", "en");

    private final ObjectMapper json;

    /**
     * @param json the strict mapper that all APIs share
     */
    public ReportReader(ObjectMapper json) {
        this.json = json;
    }

    /** What came of reading. */
    public sealed interface Reading permits Read, Malformed, Unfit {}

    /** A report; whether it says enough depends on its files. */
    public record Read(Report report) implements Reading {}

    /** No JSON in UTF-8 (RFC 8259). */
    public record Malformed() implements Reading {}

    /** JSON, but not what the contract says. */
    public record Unfit(List<FieldError> errors) implements Reading {}

    /**
     * @param body the report as received
     * @param latest no discovery can be later than this day
     */
    public Reading read(byte[] body, LocalDate latest) {
        JsonNode root;
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (!StrictJson.isJson(body)) {
                return new Malformed();
            }
            root = json.readTree(text);
        } catch (CharacterCodingException notUtf8) {
            return new Malformed();
        } catch (JsonProcessingException twice) {
            // Well-formed it is; a name given twice (RFC 8259 §4) is nothing that could be taken.
            return new Unfit(List.of(FieldError.at(pointer(twice), "duplicate-field")));
        }
        if (!(root instanceof ObjectNode object)) {
            return new Unfit(List.of(FieldError.at("", "wrong-type")));
        }
        List<FieldError> errors = new ArrayList<>();
        Report report = report(new Fields(object, "", errors), latest);
        return errors.isEmpty() ? new Read(report) : new Unfit(errors);
    }

    private static String pointer(JsonProcessingException failure) {
        return failure.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private static Report report(Fields fields, LocalDate latest) {
        Fields reporter = fields.inner("reporter");
        Report report =
                new Report(
                        product(fields.inner("product")),
                        fields.line("title", Texts.LONGEST_LINE),
                        fields.prose("description"),
                        fields.prose("impact"),
                        fields.prose("reproduction"),
                        discoveredOn(fields, latest),
                        fields.prose("technicalDetails"),
                        exploitation(fields.inner("exploitation")),
                        disclosurePlan(fields.inner("disclosurePlan")),
                        fields.prose("tooling"),
                        fields.list("toldOthers", MOST_TOLD).stream()
                                .map(ReportReader::told)
                                .toList(),
                        cve(fields),
                        fields.yesOrNo("mayShareContact"),
                        reporter(reporter),
                        language(reporter));
        reporter.done();
        fields.done();
        return report;
    }

    private static Report.Product product(Fields fields) {
        Report.Product product =
                new Report.Product(
                        fields.line("name", Texts.LONGEST_LINE),
                        fields.line("model", Texts.LONGEST_LINE),
                        fields.line("firmwareVersion", Texts.LONGEST_LINE));
        fields.done();
        return product;
    }

    private static @Nullable LocalDate discoveredOn(Fields fields, LocalDate latest) {
        LocalDate day = fields.parsed("discoveredOn", "not-a-date", LocalDate::parse);
        if (day != null && day.isAfter(latest)) {
            fields.complain("discoveredOn", "in-the-future");
            return null;
        }
        return day;
    }

    private static Report.Exploitation exploitation(Fields fields) {
        Report.Exploitation.Status status =
                fields.oneOf(
                        "status",
                        "not-an-exploitation",
                        List.of(Report.Exploitation.Status.values()),
                        Report.Exploitation.Status::word);
        String details = fields.prose("details");
        fields.done();
        return new Report.Exploitation(
                status == null ? Report.Exploitation.Status.UNKNOWN : status, details);
    }

    private static Report.DisclosurePlan disclosurePlan(Fields fields) {
        Report.DisclosurePlan plan =
                new Report.DisclosurePlan(
                        fields.parsed("date", "not-a-date", LocalDate::parse),
                        fields.parsed("time", "not-a-time", LocalTime::parse),
                        fields.parsed("zone", "not-a-zone", ZoneId::of),
                        fields.prose("details"));
        fields.done();
        return plan;
    }

    private static Report.Told told(Fields fields) {
        Report.Told told =
                new Report.Told(
                        fields.line("party", Texts.LONGEST_LINE),
                        fields.line("number", Texts.LONGEST_LINE));
        if (told.party().isBlank() && !fields.has("party")) {
            fields.complain("party", "required");
        }
        fields.done();
        return told;
    }

    private static String cve(Fields fields) {
        String given = fields.line("existingCve", LONGEST_CVE);
        if (!given.isEmpty() && !given.matches("CVE-[0-9]{4}-[0-9]{4,19}")) {
            fields.complain("existingCve", "not-a-cve");
            return "";
        }
        return given;
    }

    private static Report.Reporter reporter(Fields fields) {
        if (fields.has("pgpPublicKey")) {
            fields.complain("pgpPublicKey", "pgp-not-read-yet");
        }
        boolean anonymous = Boolean.TRUE.equals(fields.yesOrNo("anonymous"));
        for (String name : List.of("name", "email", "organisation")) {
            if (anonymous && fields.has(name)) {
                fields.complain(name, "anonymous-with-contact");
            }
        }
        return new Report.Reporter(
                fields.line("name", Texts.LONGEST_LINE),
                email(fields),
                fields.line("organisation", Texts.LONGEST_LINE),
                fields.line("creditAs", Texts.LONGEST_LINE));
    }

    private static String email(Fields fields) {
        String typed = fields.lineIfGiven("email", Texts.LONGEST_LINE);
        if (typed == null) {
            return "";
        }
        return switch (MailAddress.check(typed)) {
            case MailAddress.Good(MailAddress address) -> address.toString();
            case MailAddress.Refused(MailAddress.Reason reason) -> {
                fields.complain("email", Addresses.code(reason));
                yield "";
            }
        };
    }

    private static @Nullable String language(Fields fields) {
        String tag = fields.lineIfGiven("language", Texts.LONGEST_LINE);
        if (tag != null && !LANGUAGES.contains(tag)) {
            fields.complain("language", "not-a-language", LANGUAGES);
            return null;
        }
        return tag;
    }
}
