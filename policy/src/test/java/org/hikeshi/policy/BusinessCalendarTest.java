package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static BusinessCalendar closing(String closes) {
        return new BusinessCalendar(
                Country.JAPAN,
                TOKYO,
                ClosingTime.parse(closes),
                Optional.empty(),
                List.of(
                        new Closure(
                                LocalDate.of(2026, 12, 29),
                                Optional.of(LocalDate.of(2027, 1, 3)),
                                Map.of()),
                        new Closure(LocalDate.of(2026, 6, 5), Optional.empty(), Map.of())),
                List.of(LocalDate.of(2026, 11, 23)));
    }

    private static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    /** 2026-12-04 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-04T10:00, 1, 2026-12-07T17:30",
        "2026-12-04T17:30, 1, 2026-12-07T17:30",
        "2026-12-04T18:00, 1, 2026-12-07T17:30",
        "2026-12-05T12:00, 1, 2026-12-07T17:30",
        "2026-12-06T12:00, 1, 2026-12-07T17:30",
        "2026-12-06T23:59, 1, 2026-12-07T17:30",
        "2026-12-07T00:00, 1, 2026-12-08T17:30",
        "2026-12-03T18:00, 1, 2026-12-07T17:30",
        "2026-12-04T10:00, 5, 2026-12-11T17:30",
        // across the closure of the turn of the year
        "2026-12-28T10:00, 1, 2027-01-04T17:30",
        // Respect for the Aged, citizens' holiday, equinox: 21, 22 and 23 September
        "2026-09-18T10:00, 1, 2026-09-24T17:30",
        "2026-09-18T18:00, 1, 2026-09-24T17:30",
        // a closure of one day
        "2026-06-04T10:00, 1, 2026-06-08T17:30",
        // Labour Thanksgiving Day is worked in this company
        "2026-11-20T10:00, 1, 2026-11-23T17:30",
    })
    void n_business_days_closing_at_half_past_five(String receipt, int n, String due) {
        assertThat(closing("17:30").businessDaysAfter(tokyo(receipt), n)).isEqualTo(tokyo(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T10:00, 2026-12-04T17:30",
        "2026-12-04T17:30, 2026-12-04T17:30",
        "2026-12-04T17:30:00.000000001, 2026-12-07T17:30",
        "2026-12-04T18:00, 2026-12-07T17:30",
        "2026-12-05T09:00, 2026-12-07T17:30",
        "2026-12-06T09:00, 2026-12-07T17:30",
        "2026-12-07T00:00, 2026-12-07T17:30",
    })
    void same_business_day_closing_at_half_past_five(String receipt, String due) {
        assertThat(closing("17:30").sameBusinessDay(tokyo(receipt))).isEqualTo(tokyo(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T10:00, 1, 2026-12-08T00:00",
        "2026-12-04T23:59:59, 1, 2026-12-08T00:00",
        "2026-12-05T00:00, 1, 2026-12-08T00:00",
        "2026-12-01T14:30, 10, 2026-12-16T00:00",
    })
    void without_a_closing_time_days_end_at_midnight(String receipt, int n, String due) {
        assertThat(closing("24:00").businessDaysAfter(tokyo(receipt), n)).isEqualTo(tokyo(due));
        assertThat(closing("24:00").sameBusinessDay(tokyo("2026-12-04T23:59:59")))
                .isEqualTo(tokyo("2026-12-05T00:00"));
    }

    @Test
    void without_a_country_only_weekends_are_free() {
        BusinessCalendar plain = BusinessCalendar.weekdays(TOKYO);
        assertThat(plain.isBusinessDay(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(plain.isBusinessDay(LocalDate.of(2026, 1, 3))).isFalse();
        assertThat(plain.holiday(LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void the_day_is_the_one_in_the_policys_zone_not_in_utc() {
        Instant thursdayInUtc = Instant.parse("2026-12-03T15:30:00Z"); // Friday 00:30 in Tokyo
        assertThat(closing("17:30").businessDaysAfter(thursdayInUtc, 1))
                .isEqualTo(tokyo("2026-12-07T17:30"));
    }

    @ParameterizedTest
    @CsvSource({
        // New York: summer time begins on Sunday 8 March and ends on Sunday 1 November 2026
        "America/New_York, 2026-03-06T12:00:00Z, 1, 2026-03-09T21:30:00Z",
        "America/New_York, 2026-10-30T12:00:00Z, 1, 2026-11-02T22:30:00Z",
        "Europe/Berlin, 2026-03-27T12:00:00Z, 1, 2026-03-30T15:30:00Z",
    })
    void closing_time_is_local_time_on_both_sides_of_summer_time(
            String zone, Instant receipt, int n, Instant due) {
        BusinessCalendar calendar =
                new BusinessCalendar(
                        Country.NONE,
                        ZoneId.of(zone),
                        ClosingTime.parse("17:30"),
                        Optional.empty(),
                        List.of(),
                        List.of());
        assertThat(calendar.businessDaysAfter(receipt, n)).isEqualTo(due);
    }

    @Test
    void midnight_that_summer_time_skips_is_the_first_instant_of_the_next_day() {
        // Beirut's clocks went from 00:00 to 01:00 on Sunday 29 March 2020
        BusinessCalendar beirut = BusinessCalendar.weekdays(ZoneId.of("Asia/Beirut"));
        assertThat(beirut.endOf(LocalDate.of(2020, 3, 28)))
                .isEqualTo(Instant.parse("2020-03-28T22:00:00Z"));
    }
}
