package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
    private static final BusinessCalendar TOKYO =
            BusinessCalendar.weekdays(ZoneId.of("Asia/Tokyo"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "same business day | 当営業日内 | the same business day",
                "1 business day | 1営業日以内 | within 1 business day",
                "10 business days | 10営業日以内 | within 10 business days",
                "7 days | 7日以内 | within 7 days",
                "P7D | 7日以内 | within 7 days",
                "3 years | 3年以内 | within 3 years",
                "P1Y6M | 1年6か月以内 | within 1 year 6 months",
                "48 hours | 48時間以内 | within 48 hours",
                "PT1H30M | 1時間30分以内 | within 1 hour 30 minutes",
                "30 minutes | 30分以内 | within 30 minutes",
                "PT2S | 2秒以内 | within 2 seconds",
                "next planned release | 次の計画リリース | with the next planned release",
                "next periodic release notes | 次の定期リリースノート | in the next periodic release notes",
                "individual | 個別に決めてお知らせします | set for each case and told to the reporter",
            })
    void a_term_reads_and_says_the_same(String written, String ja, String en) {
        Term term = Term.parse(written);
        assertThat(Term.parse(term.written())).isEqualTo(term);
        assertThat(term.inWords(Language.JA)).isEqualTo(ja);
        assertThat(term.inWords(Language.EN)).isEqualTo(en);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "7", "days", "0 days", "-1 days", "7 Days", "7  days", "07 days", "10000 days",
                "1.5 days", "PT0S", "PT-5S", "P0D", "P-1D", "P", "PT", "P400Y", "PT999999999H",
                "7 days ", "soon", "2 same business days", "P1DT2H"
            })
    void what_is_no_term_is_refused(String written) {
        assertThatThrownBy(() -> Term.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // days: civil, first not counted, not rolled over the weekend, end of day
        "7 days, 2026-12-01T05:30:00Z, 2026-12-08T15:00:00Z",
        "4 days, 2026-12-01T05:30:00Z, 2026-12-05T15:00:00Z",
        "1 month, 2026-01-31T05:30:00Z, 2026-02-28T15:00:00Z",
        "3 years, 2026-12-01T05:30:00Z, 2029-12-01T15:00:00Z",
        // hours: from the instant, through nights
        "48 hours, 2026-12-04T05:30:00Z, 2026-12-06T05:30:00Z",
        "PT2S, 2026-12-04T05:30:00Z, 2026-12-04T05:30:02Z",
        "1 business day, 2026-12-04T05:30:00Z, 2026-12-07T15:00:00Z",
    })
    void due_after(String term, Instant start, Instant due) {
        assertThat(Term.parse(term).dueAfter(start, TOKYO)).contains(due);
    }

    @Test
    void a_release_and_a_person_have_no_date_here() {
        Instant now = Instant.parse("2026-12-04T05:30:00Z");
        for (String term :
                List.of("next planned release", "release notes of the fix", "individual")) {
            assertThat(Term.parse(term).dueAfter(now, TOKYO)).isEmpty();
        }
    }

    @Test
    void hours_do_not_notice_summer_time_but_days_do() {
        BusinessCalendar newYork = BusinessCalendar.weekdays(ZoneId.of("America/New_York"));
        Instant before =
                Instant.parse("2026-03-07T17:00:00Z"); // Saturday noon, 23-hour Sunday ahead
        assertThat(Term.parse("24 hours").dueAfter(before, newYork))
                .contains(before.plus(Duration.ofHours(24)));
        assertThat(Term.parse("1 day").dueAfter(before, newYork))
                .contains(Instant.parse("2026-03-09T04:00:00Z"));
    }

    static Stream<Long> seeds() {
        return new Random(20261204).longs(40).boxed();
    }

    /**
     * Whatever the calendar: never before receipt, never earlier for a later receipt or longer
     * term.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void due_dates_are_monotone_and_never_before_receipt(long seed) {
        Random random = new Random(seed);
        BusinessCalendar calendar = calendar(random);
        for (int i = 0; i < 200; i++) {
            Instant receipt = instant(random);
            Instant later = receipt.plusSeconds(random.nextInt(14 * 86_400));
            for (Term term : terms(random)) {
                Instant due = term.dueAfter(receipt, calendar).orElseThrow();
                assertThat(due)
                        .as("%s after %s, %s", term, receipt, calendar)
                        .isAfterOrEqualTo(receipt);
                assertThat(term.dueAfter(later, calendar).orElseThrow()).isAfterOrEqualTo(due);
            }
            int n = 1 + random.nextInt(30);
            Instant due = calendar.businessDaysAfter(receipt, n);
            assertThat(calendar.businessDaysAfter(receipt, n + 1)).isAfter(due);
            assertThat(calendar.sameBusinessDay(receipt))
                    .isBeforeOrEqualTo(calendar.businessDaysAfter(receipt, 1));
        }
    }

    /** A business-day promise ends at closing time of a business day, and n of them lie between. */
    @ParameterizedTest
    @MethodSource("seeds")
    void n_business_days_count_n_business_days(long seed) {
        Random random = new Random(seed);
        BusinessCalendar calendar = calendar(random);
        for (int i = 0; i < 200; i++) {
            Instant receipt = instant(random);
            int n = 1 + random.nextInt(30);
            Instant due = calendar.businessDaysAfter(receipt, n);
            LocalDate last = calendar.dayOf(due.minusNanos(1));
            assertThat(calendar.endOf(last)).isEqualTo(due);
            assertThat(calendar.isBusinessDay(last)).isTrue();
            LocalDate first = calendar.dayOf(receipt);
            if (calendar.isBusinessDay(first) && receipt.isAfter(calendar.endOf(first))) {
                first = first.plusDays(1);
            }
            long counted =
                    first.plusDays(1)
                            .datesUntil(last.plusDays(1))
                            .filter(calendar::isBusinessDay)
                            .count();
            assertThat(counted).isEqualTo(n);
        }
    }

    private static List<Term> terms(Random random) {
        int n = 1 + random.nextInt(60);
        return Stream.of(
                        "same business day",
                        n + " business days",
                        n + " days",
                        n + " hours",
                        "PT" + n + "S")
                .map(Term::parse)
                .toList();
    }

    private static Instant instant(Random random) {
        Instant from = Instant.parse("2015-01-01T00:00:00Z");
        return from.plusMillis((long) (random.nextDouble() * 30 * 365 * 86_400_000L));
    }

    private static BusinessCalendar calendar(Random random) {
        List<String> zones =
                List.of(
                        "Asia/Tokyo",
                        "America/New_York",
                        "Europe/Berlin",
                        "Pacific/Apia",
                        "Asia/Kathmandu",
                        "America/St_Johns");
        LocalDate closed = LocalDate.of(2015 + random.nextInt(30), 1 + random.nextInt(12), 5);
        return new BusinessCalendar(
                Country.values()[random.nextInt(2)],
                ZoneId.of(zones.get(random.nextInt(zones.size()))),
                new ClosingTime(16 * 60 + 30 * random.nextInt(17)),
                Optional.empty(),
                List.of(
                        new Closure(
                                closed,
                                Optional.of(closed.plusDays(random.nextInt(40))),
                                Map.of())),
                List.of());
    }
}
