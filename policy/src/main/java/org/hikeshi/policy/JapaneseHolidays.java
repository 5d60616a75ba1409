package org.hikeshi.policy;

import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Japan's national holidays by rule: the Act on National Holidays as in force since 2007, the
 * special days of 2019, and the moves for the Olympic games of 2020 and 2021. Equinoxes follow the
 * usual astronomical approximation, which the Cabinet's yearly notice has confirmed so far. A later
 * special act is entered in the policy file ({@code calendar.closures}, {@code calendar.openDays}).
 */
final class JapaneseHolidays {
    static final int FIRST_YEAR = 2007;
    static final int LAST_YEAR = 2150;

    private static final Map<Integer, SortedMap<LocalDate, Holiday>> YEARS =
            new ConcurrentHashMap<>();

    private final SortedMap<LocalDate, Holiday> days = new TreeMap<>();
    private final int year;

    private JapaneseHolidays(int year) {
        this.year = year;
    }

    /** All holidays of a year, also substitute and citizens' holidays. */
    static SortedMap<LocalDate, Holiday> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException(
                    "Japan's holidays are known from %d to %d, not for %d"
                            .formatted(FIRST_YEAR, LAST_YEAR, year));
        }
        return YEARS.computeIfAbsent(year, y -> new JapaneseHolidays(y).all());
    }

    static Optional<Holiday> on(LocalDate date) {
        return Optional.ofNullable(of(date.getYear()).get(date));
    }

    private SortedMap<LocalDate, Holiday> all() {
        winterAndSpring();
        summerAndAutumn();
        emperor();
        SortedMap<LocalDate, Holiday> national = new TreeMap<>(days);
        substitutes(national);
        citizens(national);
        return java.util.Collections.unmodifiableSortedMap(days);
    }

    private void winterAndSpring() {
        add(1, 1, "元日", "New Year's Day");
        add(monday(1, 2), "成人の日", "Coming of Age Day");
        add(2, 11, "建国記念の日", "National Foundation Day");
        add(3, springEquinox(), "春分の日", "Vernal Equinox Day");
        add(4, 29, "昭和の日", "Showa Day");
        add(5, 3, "憲法記念日", "Constitution Memorial Day");
        add(5, 4, "みどりの日", "Greenery Day");
        add(5, 5, "こどもの日", "Children's Day");
    }

    private void summerAndAutumn() {
        LocalDate marine =
                switch (year) {
                    case 2020 -> date(7, 23);
                    case 2021 -> date(7, 22);
                    default -> monday(7, 3);
                };
        add(marine, "海の日", "Marine Day");
        if (year >= 2016) {
            int mountain = year == 2020 ? 10 : year == 2021 ? 8 : 11;
            add(8, mountain, "山の日", "Mountain Day");
        }
        add(monday(9, 3), "敬老の日", "Respect for the Aged Day");
        add(9, autumnEquinox(), "秋分の日", "Autumnal Equinox Day");
        switch (year) {
            case 2020 -> add(7, 24, "スポーツの日", "Sports Day");
            case 2021 -> add(7, 23, "スポーツの日", "Sports Day");
            default ->
                    add(
                            monday(10, 2),
                            year < 2020 ? "体育の日" : "スポーツの日",
                            year < 2020 ? "Health and Sports Day" : "Sports Day");
        }
        add(11, 3, "文化の日", "Culture Day");
        add(11, 23, "勤労感謝の日", "Labour Thanksgiving Day");
    }

    private void emperor() {
        if (year <= 2018) {
            add(12, 23, "天皇誕生日", "The Emperor's Birthday");
        } else if (year == 2019) {
            add(5, 1, "即位の日", "Accession of the Emperor");
            add(10, 22, "即位礼正殿の儀の行われる日", "Enthronement Ceremony");
        } else {
            add(2, 23, "天皇誕生日", "The Emperor's Birthday");
        }
    }

    /** Article 3(2): a holiday on a Sunday moves to the next day that is no national holiday. */
    private void substitutes(SortedMap<LocalDate, Holiday> national) {
        for (LocalDate day : national.keySet()) {
            if (day.getDayOfWeek() == SUNDAY) {
                LocalDate next = day.plusDays(1);
                while (national.containsKey(next)) {
                    next = next.plusDays(1);
                }
                add(next, "休日(振替)", "Substitute holiday");
            }
        }
    }

    /** Article 3(3): a day between two national holidays is one as well. */
    private void citizens(SortedMap<LocalDate, Holiday> national) {
        for (LocalDate day : national.keySet()) {
            LocalDate between = day.plusDays(1);
            if (national.containsKey(between.plusDays(1)) && !days.containsKey(between)) {
                add(between, "国民の休日", "Citizens' holiday");
            }
        }
    }

    private int springEquinox() {
        return equinox(year < 2100 ? 20.8431 : 21.8510);
    }

    private int autumnEquinox() {
        return equinox(year < 2100 ? 23.2488 : 24.2488);
    }

    private int equinox(double in1980) {
        int since = year - 1980;
        return (int) (in1980 + 0.242194 * since) - since / 4;
    }

    private LocalDate monday(int month, int nth) {
        return date(month, 1).with(dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
    }

    private LocalDate date(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private void add(int month, int day, String ja, String en) {
        add(date(month, day), ja, en);
    }

    private void add(LocalDate day, String ja, String en) {
        days.put(day, new Holiday(day, ja, en));
    }
}
