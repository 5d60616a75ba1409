package org.hikeshi.intake.form;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type into date, time and number fields: full-width digits, Japanese units,
 * other separators. Only such codes are normalised (NFKC), never prose.
 */
public final class Typed {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern PLAIN_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})\\s*(?:[:.時]\\s*(\\d{2})?\\s*分?)?|(\\d{2})(\\d{2})");
    private static final Pattern CVE = Pattern.compile("(?:CVE)?-?(\\d{4})-(\\d{4,19})");

    private Typed() {}

    public static Optional<LocalDate> date(String typed) {
        String plain = code(typed);
        Matcher date = DATE.matcher(plain);
        if (!date.matches()) {
            date = PLAIN_DATE.matcher(plain);
        }
        return date.matches() ? day(date) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher date) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static Optional<LocalTime> time(String typed) {
        Matcher time = TIME.matcher(code(typed));
        if (!time.matches()) {
            return Optional.empty();
        }
        String hour = time.group(1) == null ? time.group(3) : time.group(1);
        String minute = time.group(1) == null ? time.group(4) : time.group(2);
        try {
            return Optional.of(
                    LocalTime.of(
                            Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute)));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** A CVE id in its own form, also when the prefix or a dash was typed differently. */
    static Optional<String> cve(String typed) {
        Matcher cve = CVE.matcher(code(typed).replaceAll("[\\u2010-\\u2015\\u2212 ]", "-"));
        return cve.matches()
                ? Optional.of("CVE-" + cve.group(1) + "-" + cve.group(2))
                : Optional.empty();
    }

    /** NFKC, trimmed, upper case: for codes only. */
    private static String code(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** One line out of whatever was pasted into a one-line field. */
    static String line(String typed) {
        StringBuilder line = new StringBuilder(typed.length());
        typed.codePoints().map(point -> breaks(point) ? ' ' : point).forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean breaks(int point) {
        return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
    }
}
