package org.hikeshi.policy;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of a {@link Term}. Numbers are 1 to 9999, so that no due date leaves the
 * calendar.
 */
final class TermSyntax {
    private static final Pattern COUNTED =
            Pattern.compile(
                    "([1-9][0-9]{0,3}) (business days?|days?|months?|years?|hours?|minutes?)");
    static final String PATTERN =
            "^(same business day|individual|next planned release|next periodic release notes"
                    + "|release notes of the fix|[1-9][0-9]{0,3} (business days?|days?|months?|years?"
                    + "|hours?|minutes?)|P[0-9TYMWDHS.]+)$";
    private static final int MOST_YEARS = 30;

    private TermSyntax() {}

    static Term parse(String text) {
        return switch (text) {
            case "same business day" -> new Term.SameBusinessDay();
            case "individual" -> new Term.Individual();
            default -> released(text);
        };
    }

    private static Term released(String text) {
        for (Term.Release release : Term.Release.values()) {
            if (text.equals(written(release))) {
                return new Term.WithRelease(release);
            }
        }
        Matcher counted = COUNTED.matcher(text);
        return counted.matches()
                ? counted(Integer.parseInt(counted.group(1)), counted.group(2))
                : iso(text);
    }

    private static Term counted(int n, String unit) {
        String one = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return switch (one) {
            case "business day" -> new Term.BusinessDays(n);
            case "day" -> civil(Period.ofDays(n));
            case "month" -> civil(Period.ofMonths(n));
            case "year" -> civil(Period.ofYears(n));
            case "hour" -> new Term.Elapsed(Duration.ofHours(n));
            default -> new Term.Elapsed(Duration.ofMinutes(n));
        };
    }

    private static Term iso(String text) {
        try {
            if (text.startsWith("PT")) {
                Duration duration = Duration.parse(text);
                if (duration.isPositive() && duration.toDays() <= MOST_YEARS * 366L) {
                    return new Term.Elapsed(duration);
                }
            } else if (text.startsWith("P") && !text.contains("-")) {
                return civil(Period.parse(text));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a term: " + text, e);
        }
        throw new IllegalArgumentException("not a term: " + text);
    }

    private static Term civil(Period period) {
        long months = period.toTotalMonths() + period.getDays() / 31;
        if (period.isZero() || months > MOST_YEARS * 12L) {
            throw new IllegalArgumentException("not between a day and " + MOST_YEARS + " years");
        }
        return new Term.CivilDays(period);
    }

    static String written(Term term) {
        return switch (term) {
            case Term.SameBusinessDay() -> "same business day";
            case Term.BusinessDays(int n) -> n == 1 ? "1 business day" : n + " business days";
            case Term.CivilDays(Period period) -> period.toString();
            case Term.Elapsed(Duration duration) -> duration.toString();
            case Term.WithRelease(Term.Release release) -> written(release);
            case Term.Individual() -> "individual";
        };
    }

    private static String written(Term.Release release) {
        return release.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
