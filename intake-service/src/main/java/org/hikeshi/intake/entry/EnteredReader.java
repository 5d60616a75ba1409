package org.hikeshi.intake.entry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hikeshi.events.Source;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportReader;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Judges what staff hand in, as strictly as what comes in by itself. */
final class EnteredReader {

    private static final Duration OLDEST = Duration.ofDays(366);

    private final ReportReader reader;

    EnteredReader(ReportReader reader) {
        this.reader = reader;
    }

    Report report(byte[] sent, Instant now) {
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
        Report report =
                switch (reader.read(sent, latest)) {
                    case ReportReader.Read(Report read) -> read;
                    case ReportReader.Malformed() ->
                            throw new ProblemException(Problem.malformedJson());
                    case ReportReader.Unfit(List<FieldError> errors) ->
                            throw new ProblemException(
                                    Problem.fields(
                                            errors.stream().map(EnteredReader::inReport).toList()));
                };
        if (report.saysNothing()) {
            throw refusal("/report/description", "required");
        }
        return report;
    }

    private static FieldError inReport(FieldError error) {
        return error.movedTo("/report" + error.pointer());
    }

    static Source source(@Nullable String written) {
        return Arrays.stream(Source.values())
                .filter(source -> source != Source.UNKNOWN)
                .filter(source -> word(source).equals(written))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.fields(
                                                List.of(
                                                        FieldError.at("/source", "not-a-source")
                                                                .accepting(sources())))));
    }

    private static List<String> sources() {
        return Arrays.stream(Source.values())
                .filter(source -> source != Source.UNKNOWN)
                .map(EnteredReader::word)
                .toList();
    }

    private static String word(Source source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** When it first reached the house: not later than now, and at most a year ago. */
    static Instant receivedAt(@Nullable String written, Instant now) {
        if (written == null) {
            throw refusal("/receivedAt", "required");
        }
        Instant at;
        try {
            at = OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw refusal("/receivedAt", "not-an-instant");
        }
        if (at.isAfter(now)) {
            throw refusal("/receivedAt", "received-in-future");
        }
        if (at.isBefore(now.minus(OLDEST))) {
            throw refusal("/receivedAt", "received-too-long-ago");
        }
        return at;
    }

    static ProblemException refusal(String pointer, String code) {
        return new ProblemException(Problem.fields(List.of(FieldError.at(pointer, code))));
    }
}
