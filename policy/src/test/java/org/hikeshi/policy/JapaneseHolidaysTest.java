package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseHolidaysTest {
    /**
     * The days the Cabinet Office has published, month/day, substitute and citizens' holidays too.
     */
    @ParameterizedTest
    @CsvSource({
        "2019, 1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23",
        "2020, 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
        "2021, 1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
        "2022, 1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23",
        "2023, 1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23",
        "2024, 1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23",
        "2025, 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
        "2026, 1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
        "2027, 1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
    })
    void a_year_has_exactly_the_published_holidays(int year, String published) {
        assertThat(JapaneseHolidays.of(year).keySet())
                .containsExactlyElementsOf(days(year, published));
    }

    private static List<LocalDate> days(int year, String published) {
        return Arrays.stream(published.split(" "))
                .map(day -> day.split("/"))
                .map(md -> LocalDate.of(year, Integer.parseInt(md[0]), Integer.parseInt(md[1])))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-01, 即位の日, Accession of the Emperor",
        "2019-05-02, 国民の休日, Citizens' holiday",
        "2019-10-14, 体育の日, Health and Sports Day",
        "2020-07-24, スポーツの日, Sports Day",
        "2021-08-09, 休日(振替), Substitute holiday",
        "2026-09-22, 国民の休日, Citizens' holiday",
        "2018-12-23, 天皇誕生日, The Emperor's Birthday",
    })
    void holidays_have_names_in_both_languages(LocalDate day, String ja, String en) {
        Holiday holiday = JapaneseHolidays.on(day).orElseThrow();
        assertThat(holiday.name(Language.JA)).isEqualTo(ja);
        assertThat(holiday.name(Language.EN)).isEqualTo(en);
    }

    @Test
    void the_emperors_birthday_moved_and_2019_had_none() {
        assertThat(JapaneseHolidays.on(LocalDate.of(2019, 2, 23))).isEmpty();
        assertThat(JapaneseHolidays.on(LocalDate.of(2019, 12, 23))).isEmpty();
    }

    @Test
    void mountain_day_began_in_2016() {
        assertThat(JapaneseHolidays.on(LocalDate.of(2015, 8, 11))).isEmpty();
        assertThat(JapaneseHolidays.on(LocalDate.of(2016, 8, 11))).isPresent();
    }

    @Test
    void every_known_year_has_15_to_22_holidays_and_equinoxes_in_their_days() {
        IntStream.rangeClosed(JapaneseHolidays.FIRST_YEAR, JapaneseHolidays.LAST_YEAR)
                .forEach(
                        year -> {
                            assertThat(JapaneseHolidays.of(year)).hasSizeBetween(15, 22);
                            assertThat(day(year, "春分の日")).isBetween(319, 321);
                            assertThat(day(year, "秋分の日")).isBetween(922, 924);
                        });
    }

    private static int day(int year, String name) {
        return JapaneseHolidays.of(year).values().stream()
                .filter(h -> h.ja().equals(name))
                .map(h -> h.date().getMonthValue() * 100 + h.date().getDayOfMonth())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_year_outside_the_rule_is_refused_not_guessed() {
        assertThatThrownBy(() -> JapaneseHolidays.of(2006)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> JapaneseHolidays.of(2151)).isInstanceOf(DateTimeException.class);
    }
}
