package org.hikeshi.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/**
 * How long a promise runs, as written in the file: {@code same business day}, {@code 5 business
 * days}, {@code 30 days}, {@code 3 years}, {@code 48 hours}, an ISO 8601 duration ({@code PT2S},
 * {@code P7D}), a release, or {@code individual}. Pure arithmetic; the calendar is given.
 */
public sealed interface Term {
    record SameBusinessDay() implements Term {}

    /** n ≥ 1 business days, the day of receipt not counted. */
    record BusinessDays(int n) implements Term {}

    /**
     * Civil days, months or years: first day not counted, not rolled over holidays, ends at 24:00.
     */
    record CivilDays(Period period) implements Term {}

    /** Runs from the instant, through nights and summer time. */
    record Elapsed(Duration duration) implements Term {}

    /** Due with a release whose date the release calendar knows. */
    record WithRelease(Release release) implements Term {}

    /** Set for each case and told to the reporter (A6-note). */
    record Individual() implements Term {}

    /** The releases a promise may be tied to (E5.1). */
    enum Release {
        NEXT_PLANNED_RELEASE,
        NEXT_PERIODIC_RELEASE_NOTES,
        RELEASE_NOTES_OF_THE_FIX
    }

    /** Reads what {@link #written()} writes; IllegalArgumentException otherwise. */
    static Term parse(String text) {
        return TermSyntax.parse(text);
    }

    /** The due instant, never before {@code start}; empty where a release or a person decides. */
    default Optional<Instant> dueAfter(Instant start, BusinessCalendar calendar) {
        return switch (this) {
            case SameBusinessDay() -> Optional.of(calendar.sameBusinessDay(start));
            case BusinessDays(int n) -> Optional.of(calendar.businessDaysAfter(start, n));
            case CivilDays(Period period) ->
                    Optional.of(calendar.midnightAfter(calendar.dayOf(start).plus(period)));
            case Elapsed(Duration duration) -> Optional.of(start.plus(duration));
            case WithRelease _, Individual _ -> Optional.empty();
        };
    }

    /** As the file writes it. */
    default String written() {
        return TermSyntax.written(this);
    }

    /** As people read it in a table: 「7日以内」, "within 7 days". */
    default String inWords(Language language) {
        return TermWords.of(this, language);
    }
}
