package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromisedDateTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant HALF_PAST_FIVE = Instant.parse("2026-12-04T08:30:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-04T15:00:00Z");

    private static final BusinessCalendar CLOSING =
            new BusinessCalendar(
                    Country.JAPAN,
                    TOKYO,
                    ClosingTime.parse("17:30"),
                    Optional.empty(),
                    List.of(),
                    List.of());

    @Test
    void a_promise_that_ends_at_closing_time_shows_the_day() {
        assertThat(PromisedDate.format(HALF_PAST_FIVE, Language.JA, CLOSING))
                .isEqualTo("12月4日(金)まで");
        assertThat(PromisedDate.format(HALF_PAST_FIVE, Language.EN, CLOSING))
                .isEqualTo("by Fri 4 Dec 2026");
    }

    @Test
    void the_end_of_the_day_belongs_to_the_day_that_ends() {
        assertThat(PromisedDate.format(MIDNIGHT, Language.JA, TOKYO)).isEqualTo("12月4日(金)まで");
        assertThat(PromisedDate.format(MIDNIGHT, Language.EN, TOKYO))
                .isEqualTo("by Fri 4 Dec 2026");
        assertThat(PromisedDate.format(MIDNIGHT, Language.JA, CLOSING)).isEqualTo("12月4日(金)まで");
    }

    @Test
    void a_letter_shows_hour_and_zone_of_the_day_that_ends() {
        assertThat(PromisedDate.withHour(MIDNIGHT, Language.JA, CLOSING))
                .isEqualTo("2026年12月4日(金) 24:00 JST");
        assertThat(PromisedDate.withHour(MIDNIGHT, Language.EN, CLOSING))
                .isEqualTo("Fri 4 Dec 2026, 24:00 JST (15:00 UTC)");
        assertThat(PromisedDate.withHour(HALF_PAST_FIVE, Language.JA, CLOSING))
                .isEqualTo("2026年12月4日(金) 17:30 JST");
    }

    @Test
    void any_other_instant_shows_hour_and_zone() {
        assertThat(PromisedDate.format(HALF_PAST_FIVE, Language.JA, TOKYO))
                .isEqualTo("2026年12月4日(金) 17:30 JST");
        assertThat(PromisedDate.format(HALF_PAST_FIVE, Language.EN, TOKYO))
                .isEqualTo("Fri 4 Dec 2026, 17:30 JST (08:30 UTC)");
    }

    @Test
    void utc_is_not_said_twice_and_the_zone_follows_summer_time() {
        assertThat(PromisedDate.instant(HALF_PAST_FIVE, Language.EN, ZoneId.of("UTC")))
                .isEqualTo("Fri 4 Dec 2026, 08:30 UTC");
        assertThat(PromisedDate.instant(HALF_PAST_FIVE, Language.EN, ZoneId.of("Europe/Berlin")))
                .isEqualTo("Fri 4 Dec 2026, 09:30 CET (08:30 UTC)");
        Instant summer = Instant.parse("2026-07-01T08:30:00Z");
        assertThat(PromisedDate.instant(summer, Language.EN, ZoneId.of("Europe/Berlin")))
                .isEqualTo("Wed 1 Jul 2026, 10:30 CEST (08:30 UTC)");
    }

    @Test
    void sentences_that_bring_their_own_word_get_the_bare_date() {
        assertThat(PromisedDate.bare(MIDNIGHT, Language.JA, CLOSING)).isEqualTo("12月4日(金)");
        assertThat(PromisedDate.bare(MIDNIGHT, Language.EN, CLOSING)).isEqualTo("Fri 4 Dec 2026");
    }
}
