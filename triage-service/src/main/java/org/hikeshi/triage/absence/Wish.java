package org.hikeshi.triage.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * An absence as somebody typed it.
 *
 * @param from first day, {@code 2026-12-01}, in the policy's zone
 * @param until last day, likewise
 * @param deputy staff id; empty if nobody stands in
 */
public record Wish(String from, String until, String deputy) {
    /** Longest, counted from its first day or from today, whichever is later. */
    static final int MOST_DAYS = 60;

    /** How far ahead it may begin. */
    static final int AHEAD_DAYS = 366;

    /**
     * Against what a wish is judged.
     *
     * @param stands what the same person announced before and is not over; null if nothing
     * @param known whom the desk knows by this id
     * @param away when somebody else is away
     * @param standsIn for whom this person stands in, and when these are away
     */
    record Circumstances(
            Person person,
            LocalDate today,
            ZoneId zone,
            @Nullable Absence stands,
            Function<StaffId, Optional<Person>> known,
            Function<StaffId, Optional<Absence>> away,
            List<Absence> standsIn) {

        Instant begin(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        private String firstDay(Absence absence) {
            return LocalDate.ofInstant(absence.from(), zone).toString();
        }

        private String lastDay(Absence absence) {
            return LocalDate.ofInstant(absence.until().minusNanos(1), zone).toString();
        }
    }

    /** What comes of it: an absence, or every field at fault. */
    sealed interface Judged {
        record Good(Absence absence) implements Judged {}

        record Bad(List<FieldError> faults) implements Judged {}
    }

    Judged judge(Circumstances given) {
        List<FieldError> faults = new ArrayList<>();
        Optional<LocalDate> first = day(from, "from", faults);
        Optional<FieldError> begins = first.flatMap(day -> begins(day, given));
        begins.ifPresent(faults::add);
        Optional<LocalDate> last = day(until, "until", faults);
        if (first.isPresent() && last.isPresent() && begins.isEmpty()) {
            ends(first.get(), last.get(), given).ifPresent(faults::add);
        }
        Optional<StaffId> deputy = deputy(given, faults);
        if (!faults.isEmpty() || first.isEmpty() || last.isEmpty()) {
            return new Judged.Bad(faults);
        }
        Absence absence =
                new Absence(
                        given.person().id(),
                        deputy.orElse(null),
                        given.begin(first.get()),
                        given.begin(last.get().plusDays(1)));
        List<FieldError> unmanned = unmanned(absence, given);
        return unmanned.isEmpty() ? new Judged.Good(absence) : new Judged.Bad(unmanned);
    }

    /** Days on which neither the absent one nor their deputy would be there, of either kind. */
    private static List<FieldError> unmanned(Absence absence, Circumstances given) {
        Stream<FieldError> mine =
                given.standsIn().stream()
                        .filter(other -> overlap(other, absence))
                        .map(other -> told("from", "stands-in", other, given));
        Stream<FieldError> ofTheDeputy =
                Optional.ofNullable(absence.deputy()).flatMap(given.away()).stream()
                        .filter(other -> overlap(other, absence))
                        .map(other -> told("deputy", "deputy-away", other, given));
        return Stream.concat(mine, ofTheDeputy).toList();
    }

    private static FieldError told(String field, String code, Absence other, Circumstances given) {
        return FieldError.at(
                field, code, other.staff().value(), given.firstDay(other), given.lastDay(other));
    }

    private static Optional<LocalDate> day(String typed, String field, List<FieldError> faults) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException unreadable) {
            faults.add(FieldError.at(field, "absence-date"));
            return Optional.empty();
        }
    }

    private static Optional<FieldError> begins(LocalDate first, Circumstances given) {
        Absence stands = given.stands();
        boolean asBefore = stands != null && stands.from().equals(given.begin(first));
        if (first.isBefore(given.today()) && !asBefore) {
            return Optional.of(FieldError.at("from", "absence-past"));
        }
        return first.isAfter(given.today().plusDays(AHEAD_DAYS))
                ? Optional.of(FieldError.at("from", "absence-too-far"))
                : Optional.empty();
    }

    private static Optional<FieldError> ends(LocalDate first, LocalDate last, Circumstances given) {
        if (last.isBefore(first)) {
            return Optional.of(FieldError.at("until", "absence-backwards"));
        }
        if (last.isBefore(given.today())) {
            return Optional.of(FieldError.at("until", "absence-past"));
        }
        LocalDate counted = first.isBefore(given.today()) ? given.today() : first;
        return ChronoUnit.DAYS.between(counted, last) >= MOST_DAYS
                ? Optional.of(FieldError.at("until", "absence-too-long", MOST_DAYS))
                : Optional.empty();
    }

    private Optional<StaffId> deputy(Circumstances given, List<FieldError> faults) {
        if (deputy.isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> named = read(deputy).flatMap(given.known());
        if (deputy.equals(given.person().id().value())) {
            faults.add(FieldError.at("deputy", "deputy-self"));
        } else if (named.isEmpty()) {
            faults.add(FieldError.at("deputy", "deputy-unknown"));
        } else if (Collections.disjoint(named.get().roles(), given.person().roles())) {
            faults.add(FieldError.at("deputy", "deputy-role"));
        }
        return named.map(Person::id);
    }

    /** Who announces it, and the deputy if what was typed can name one. */
    List<StaffId> people(StaffId who) {
        return Stream.concat(Stream.of(who), read(deputy).stream()).toList();
    }

    private static Optional<StaffId> read(String typed) {
        try {
            return Optional.of(new StaffId(typed));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static boolean overlap(Absence one, Absence other) {
        return one.from().isBefore(other.until()) && other.from().isBefore(one.until());
    }
}
