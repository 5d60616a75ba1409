package org.hikeshi.intake.earlier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hikeshi.events.Channel;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.Severity;
import org.hikeshi.events.Source;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.report.NumberElsewhere;
import org.hikeshi.intake.report.Provenance;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportReader;
import org.hikeshi.intake.report.Submission;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** Judges records, as strictly as what comes in by itself; all faults of all rows are told. */
final class EarlierReader {

    private static final Duration OLDEST = Duration.ofDays(3653);
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
    private static final ObjectMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final ReportReader reader;
    private final ZoneId zone;
    private final Instant now;
    private final StaffId staff;

    /**
     * @param zone of the policy in force
     * @param staff who brings the records in
     */
    EarlierReader(ReportReader reader, ZoneId zone, Instant now, StaffId staff) {
        this.reader = reader;
        this.zone = zone;
        this.now = now;
        this.staff = staff;
    }

    /** Empty if something in the row cannot be taken; what, is among the errors then. */
    Optional<EarlierReport> read(RecordRow row, List<FieldError> errors) {
        int before = errors.size();
        RecordFields fields = new RecordFields(row, zone, errors);
        String number = number(fields);
        Source source = fields.word("source", RecordFields.but(Source.values(), Source.UNKNOWN));
        Instant receivedAt = fields.instant("receivedAt");
        fields.need("receivedAt", receivedAt);
        if (receivedAt != null && receivedAt.isBefore(now.minus(OLDEST))) {
            fields.complain("receivedAt", "record-too-old");
        }
        EarlierRecord earlier = earlier(fields, receivedAt);
        Report report = report(row, fields, errors);
        if (errors.size() > before
                || number == null
                || receivedAt == null
                || earlier == null
                || report == null) {
            return Optional.empty();
        }
        Submission submission =
                new Submission(
                        report,
                        canonical(row),
                        Upload.fresh(),
                        List.of(),
                        Channel.STAFF,
                        NumberElsewhere.requestKey(number),
                        from(source, receivedAt, earlier, number));
        return Optional.of(new EarlierReport(number, row, submission));
    }

    private Provenance from(
            @Nullable Source source, Instant receivedAt, EarlierRecord earlier, String number) {
        return new Provenance(
                source == null ? Source.DESK : source, receivedAt, staff.value(), earlier, number);
    }

    private static @Nullable String number(RecordFields fields) {
        String number = fields.text("number");
        fields.need("number", number);
        if (number != null && !NUMBER.matcher(number).matches()) {
            fields.complain("number", "not-a-number-of-yours");
        }
        return number;
    }

    private @Nullable EarlierRecord earlier(RecordFields fields, @Nullable Instant receivedAt) {
        Instant confirmed = fields.instant("confirmedAt");
        Instant scored = fields.instant("scoredAt");
        Severity severity =
                fields.word("severity", RecordFields.but(Severity.values(), Severity.UNKNOWN));
        Instant fixed = fields.instant("fixedAt");
        Instant published = fields.instant("publishedAt");
        Instant closed = fields.instant("closedAt");
        fields.need("closedAt", closed);
        ClosureReason closure =
                fields.word(
                        "closure", RecordFields.but(ClosureReason.values(), ClosureReason.UNKNOWN));
        fields.need("closure", closure);
        if ((scored == null) != (severity == null)) {
            fields.need(scored == null ? "scoredAt" : "severity", null);
        }
        if (receivedAt == null || closed == null || closure == null) {
            return null;
        }
        if (closed.isAfter(now)) {
            fields.complain("closedAt", "record-in-future");
        }
        within("closedAt", closed, receivedAt, closed, fields);
        within("confirmedAt", confirmed, receivedAt, closed, fields);
        within("scoredAt", scored, receivedAt, closed, fields);
        within("fixedAt", fixed, receivedAt, closed, fields);
        within("publishedAt", published, receivedAt, closed, fields);
        return new EarlierRecord(
                now, staff, confirmed, scored, severity, fixed, published, closed, closure);
    }

    /** Whatever was done was done between receipt and closure. */
    private static void within(
            String name, @Nullable Instant at, Instant from, Instant to, RecordFields fields) {
        if (at != null && (at.isBefore(from) || at.isAfter(to))) {
            fields.complain(name, "record-out-of-order");
        }
    }

    private @Nullable Report report(RecordRow row, RecordFields fields, List<FieldError> errors) {
        JsonNode given = row.record().get("report");
        if (given == null) {
            fields.complain("report", "required");
            return null;
        }
        LocalDate latest = LocalDate.ofInstant(now, zone).plusDays(1);
        return switch (reader.read(bytes(given), latest)) {
            case ReportReader.Read(Report read) -> {
                if (read.saysNothing() && read.title().isBlank()) {
                    fields.complain("report/title", "required");
                }
                yield read;
            }
            case ReportReader.Malformed() -> {
                fields.complain("report", "wrong-type");
                yield null;
            }
            case ReportReader.Unfit(List<FieldError> faults) -> {
                faults.forEach(
                        fault ->
                                errors.add(
                                        fault.movedTo(
                                                row.place().apply("/report" + fault.pointer()))));
                yield null;
            }
        };
    }

    /** The same record in another order of fields is the same record. */
    private static byte[] canonical(RecordRow row) {
        try {
            return SORTED.writeValueAsBytes(SORTED.treeToValue(row.record(), Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is JSON", impossible);
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
