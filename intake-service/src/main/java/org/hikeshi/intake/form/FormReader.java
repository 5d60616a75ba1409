package org.hikeshi.intake.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.intake.report.Addresses;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** Makes a report of a form, forgiving in form and honest about what it could not read. */
final class FormReader {

    private static final int LONGEST_LINE = 300;
    private static final int LARGEST_REPORT = 1 << 20;
    private static final int MOST_TOLD = 50;

    private final SentForm form;
    private final List<FieldError> errors;

    private FormReader(SentForm form) {
        this.form = form;
        this.errors = new ArrayList<>(form.faults());
    }

    /**
     * @param latest no discovery can be later than this day
     */
    static FormReading read(SentForm form, LocalDate latest) {
        return new FormReader(form).reading(latest);
    }

    private FormReading reading(LocalDate latest) {
        boolean anonymous = form.value("contact").equals("anonymous");
        Report report =
                new Report(
                        new Report.Product(
                                line("product.name"),
                                line("product.model"),
                                line("product.firmwareVersion")),
                        line("title"),
                        form.value("description"),
                        form.value("impact"),
                        form.value("reproduction"),
                        discoveredOn(latest),
                        form.value("technicalDetails"),
                        new Report.Exploitation(exploitation(), form.value("exploitation.details")),
                        plan(),
                        form.value("tooling"),
                        toldOthers(),
                        parsed("existingCve", "not-a-cve", Typed::cve).orElse(""),
                        form.value("mayShareContact").equals("yes") ? Boolean.TRUE : null,
                        reporter(anonymous),
                        form.value("language").equals("en") ? "en" : "ja");
        judgeAmount(report);
        return new FormReading(report, errors, anonymous && gaveContact());
    }

    private void judgeAmount(Report report) {
        if (report.saysNothing() && form.files().isEmpty()) {
            errors.addFirst(FieldError.at("/description", "description-or-file"));
        }
        int text =
                form.values().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .sum();
        if (text > LARGEST_REPORT) {
            errors.add(FieldError.at("/description", "limit-report-bytes", 1));
        }
    }

    private Report.Reporter reporter(boolean anonymous) {
        String credit = form.value("credit").equals("name") ? line("reporter.creditAs") : "";
        return anonymous
                ? new Report.Reporter("", "", "", credit)
                : new Report.Reporter(
                        line("reporter.name"), email(), line("reporter.organisation"), credit);
    }

    private boolean gaveContact() {
        return !(form.value("reporter.name")
                        + form.value("reporter.email")
                        + form.value("reporter.organisation"))
                .isBlank();
    }

    private String email() {
        String typed = form.value("reporter.email").strip();
        if (typed.isEmpty()) {
            return "";
        }
        return switch (MailAddress.check(typed)) {
            case MailAddress.Good(MailAddress address) -> address.toString();
            case MailAddress.Refused(MailAddress.Reason reason) -> {
                errors.add(FieldError.at("/reporter/email", Addresses.code(reason)));
                yield "";
            }
        };
    }

    private @Nullable LocalDate discoveredOn(LocalDate latest) {
        Optional<LocalDate> day = parsed("discoveredOn", "not-a-date", Typed::date);
        if (day.isPresent() && day.get().isAfter(latest)) {
            errors.add(FieldError.at("/discoveredOn", "in-the-future"));
        }
        return day.orElse(null);
    }

    private Report.Exploitation.Status exploitation() {
        String word = form.value("exploitation.status");
        for (Report.Exploitation.Status status : Report.Exploitation.Status.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return Report.Exploitation.Status.UNKNOWN;
    }

    private Report.DisclosurePlan plan() {
        LocalDate date = parsed("disclosurePlan.date", "not-a-date", Typed::date).orElse(null);
        var time = parsed("disclosurePlan.time", "not-a-time", Typed::time).orElse(null);
        // The list always has a zone chosen; it means something only beside a date or time.
        ZoneId zone = date == null && time == null ? null : zone(form.value("disclosurePlan.zone"));
        return new Report.DisclosurePlan(date, time, zone, form.value("disclosurePlan.details"));
    }

    private static @Nullable ZoneId zone(String name) {
        try {
            return name.isEmpty() ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** One party a line, its number after a colon. */
    private List<Report.Told> toldOthers() {
        List<Report.Told> told = new ArrayList<>();
        for (String raw : form.value("toldOthers").split("\n", -1)) {
            String entry = Typed.line(raw);
            if (entry.isEmpty()) {
                continue;
            }
            int colon = Math.max(entry.lastIndexOf(':'), entry.lastIndexOf('：'));
            String party = colon < 0 ? entry : entry.substring(0, colon).strip();
            String number = colon < 0 ? "" : entry.substring(colon + 1).strip();
            told.add(new Report.Told(party, number));
            if (party.length() > LONGEST_LINE || number.length() > LONGEST_LINE) {
                errors.add(FieldError.at("/toldOthers", "too-long", LONGEST_LINE));
                return List.of();
            }
        }
        if (told.size() > MOST_TOLD) {
            errors.add(FieldError.at("/toldOthers", "too-many", MOST_TOLD));
            return List.of();
        }
        return told;
    }

    private <T> Optional<T> parsed(
            String field, String code, Function<String, Optional<T>> parser) {
        String typed = form.value(field).strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parser.apply(typed);
        if (value.isEmpty()) {
            errors.add(FieldError.at(pointer(field), code));
        }
        return value;
    }

    private String line(String field) {
        String line = Typed.line(form.value(field));
        if (line.length() > LONGEST_LINE) {
            errors.add(FieldError.at(pointer(field), "too-long", LONGEST_LINE));
            return "";
        }
        return line;
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
