package org.hikeshi.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a promised date reads. A promise that ends with the day shows the day, 「12月4日(金)まで」 or "by
 * Fri 4 Dec 2026"; any other shows the full instant with weekday, hour and zone, 「2026年12月4日(金)
 * 17:30 JST」 or "Fri 4 Dec 2026, 17:30 JST (08:30 UTC)". Never a form like 2/3/26.
 */
public final class PromisedDate {
    private static final DateTimeFormatter DAY_JA = formatter("M月d日(E)", Locale.JAPANESE);
    private static final DateTimeFormatter DAY_EN = formatter("E d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CIVIL_JA = formatter("uuuu年M月d日(E)", Locale.JAPANESE);
    private static final DateTimeFormatter FULL_JA =
            formatter("uuuu年M月d日(E) HH:mm", Locale.JAPANESE);
    private static final DateTimeFormatter FULL_EN =
            formatter("E d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = formatter("zzz", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = formatter("HH:mm", Locale.ENGLISH);

    private PromisedDate() {}

    /** For promises that end with the civil day (24:00 is the end of the day before). */
    public static String format(Instant due, Language language, ZoneId zone) {
        return format(due, language, BusinessCalendar.weekdays(zone));
    }

    /** For promises of a policy: the day alone if they end at its closing time or at 24:00. */
    public static String format(Instant due, Language language, BusinessCalendar calendar) {
        if (!endsWithDay(due, calendar)) {
            return instant(due, language, calendar.zone());
        }
        return language.say(
                day(due, language, calendar) + "まで", "by " + day(due, language, calendar));
    }

    /**
     * The same without 「まで」 and "by", for sentences that bring their own: 「12月4日(金)」, "Fri 4 Dec
     * 2026".
     */
    public static String bare(Instant due, Language language, BusinessCalendar calendar) {
        return endsWithDay(due, calendar)
                ? day(due, language, calendar)
                : instant(due, language, calendar.zone());
    }

    /**
     * With weekday, hour and zone in any case, as letters want it: a promise that ends with the day
     * ends at 24:00 of that day, never at 0:00 of the next.
     */
    public static String withHour(Instant due, Language language, BusinessCalendar calendar) {
        String at = instant(due, language, calendar.zone());
        String before = instant(due.minusSeconds(60), language, calendar.zone());
        int midnight = at.indexOf(" 00:00 ");
        int lastMinute = before.indexOf(" 23:59 ");
        LocalDate day = due.minusNanos(1).atZone(calendar.zone()).toLocalDate();
        boolean endOfDay = due.equals(calendar.midnightAfter(day)) && lastMinute > 0;
        return endOfDay && midnight > 0
                ? before.substring(0, lastMinute) + " 24:00 " + at.substring(midnight + 7)
                : at;
    }

    /** Weekday, hour, zone, and in English UTC as well. */
    public static String instant(Instant at, Language language, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        String name = ZONE.format(there);
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        boolean isUtc = there.getOffset().equals(ZoneOffset.UTC) && name.equals("UTC");
        return switch (language) {
            case JA -> FULL_JA.format(there) + " " + name;
            case EN ->
                    FULL_EN.format(there)
                            + " "
                            + name
                            + (isUtc ? "" : " (" + UTC.format(utc) + " UTC)");
        };
    }

    /** A day of the calendar with year and weekday: 「2026年12月4日(金)」, "Fri 4 Dec 2026". */
    public static String civil(LocalDate day, Language language) {
        return language.say(CIVIL_JA.format(day), DAY_EN.format(day));
    }

    private static String day(Instant due, Language language, BusinessCalendar calendar) {
        // 24:00 is the first instant of the next day; the promise is the day that ends there.
        LocalDate day = due.minusNanos(1).atZone(calendar.zone()).toLocalDate();
        return language.say(DAY_JA.format(day), DAY_EN.format(day));
    }

    private static boolean endsWithDay(Instant due, BusinessCalendar calendar) {
        LocalDate day = due.minusNanos(1).atZone(calendar.zone()).toLocalDate();
        return due.equals(calendar.endOf(day)) || due.equals(calendar.midnightAfter(day));
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
