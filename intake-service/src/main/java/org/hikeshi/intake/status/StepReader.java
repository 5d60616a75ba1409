package org.hikeshi.intake.status;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.FixVerdict;
import org.hikeshi.events.ProposalId;
import org.hikeshi.intake.coordination.ProposedDates;
import org.hikeshi.intake.coordination.Step;
import org.hikeshi.intake.form.Typed;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** Makes the reporter's step of a posted form; dates are read as people type them. */
final class StepReader {

    private final PolicyVersions policies;
    private final InstantSource clock;

    StepReader(PolicyVersions policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** What came of reading. */
    sealed interface Outcome {}

    record Read(Step step) implements Outcome {}

    record Unfit(FieldError error) implements Outcome {}

    /** Accepted by one button, or countered with a day and an hour in the policy's zone. */
    Outcome date(StoredReport report, MultivaluedMap<String, String> form) {
        ProposalId proposal = proposal(value(form, "proposal"));
        if (!value(form, "answer").equals("counter")) {
            return new Read(new Step.AnswerDate(proposal, null));
        }
        Optional<LocalDate> day = Typed.date(value(form, "counterDate"));
        if (day.isEmpty()) {
            return unfit("/counterDate", "not-a-date");
        }
        String hour = value(form, "counterTime");
        Optional<LocalTime> time =
                hour.isBlank() ? Optional.of(LocalTime.MIDNIGHT) : Typed.time(hour.strip());
        if (time.isEmpty()) {
            return unfit("/counterTime", "not-a-time");
        }
        ZoneId zone = policies.of(report.policyVersion()).calendar().zone();
        Instant date = day.get().atTime(time.get()).atZone(zone).toInstant();
        Optional<String> wrong = ProposedDates.refusal(date, clock.instant());
        return wrong.<Outcome>map(code -> unfit("/counterDate", code))
                .orElseGet(() -> new Read(new Step.AnswerDate(proposal, date)));
    }

    static Outcome verdict(MultivaluedMap<String, String> form) {
        return switch (value(form, "verdict")) {
            case "fixed" -> new Read(new Step.CheckFix(FixVerdict.FIXED));
            case "not-fixed" -> new Read(new Step.CheckFix(FixVerdict.NOT_FIXED));
            case "partly" -> new Read(new Step.CheckFix(FixVerdict.PARTLY));
            default -> unfit("/verdict", "choose-verdict");
        };
    }

    /** A step that says nothing without words. */
    static Outcome withWords(MultivaluedMap<String, String> form, String field, Step step) {
        return value(form, field).isBlank() ? unfit("/" + field, "required") : new Read(step);
    }

    /** Browsers send CRLF for every line break; a person typed one. */
    static String value(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    private static @Nullable ProposalId proposal(String id) {
        try {
            return id.isEmpty() ? null : ProposalId.parse(id);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Unfit unfit(String pointer, String code) {
        return new Unfit(FieldError.at(pointer, code));
    }
}
