package org.hikeshi.policy;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which days count and when they end. A business day (営業日) is Monday to Friday less national
 * holidays and closures, in the policy's zone; it ends at the closing time. All methods are pure.
 *
 * <p>Throws {@link java.time.DateTimeException} for Japan outside 2007–2150, where the rule is not
 * known.
 */
public record BusinessCalendar(
        @Key(says = "Whose national holidays apply: japan, or none for weekends only")
                Country country,
        @Key(says = "The time zone all dates are counted in, such as Asia/Tokyo") ZoneId zone,
        @Key(
                        says = "When a business day ends, HH:mm; 24:00 is the end of the day",
                        otherwise = "24:00")
                ClosingTime closes,
        @Key(says = "When people sit at the desk") Optional<BusinessHours> businessHours,
        @Key(says = "Days on which the company is closed", otherwise = "") List<Closure> closures,
        @Key(
                        says = "Weekdays that are worked although the rule calls them holidays",
                        otherwise = "")
                List<LocalDate> openDays)
        implements Checked {

    /** Weekends only, days ending at midnight. */
    public static BusinessCalendar weekdays(ZoneId zone) {
        return new BusinessCalendar(
                Country.NONE, zone, ClosingTime.MIDNIGHT, Optional.empty(), List.of(), List.of());
    }

    public boolean isBusinessDay(LocalDate day) {
        if (day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY) {
            return false;
        }
        if (closures.stream().anyMatch(c -> c.covers(day))) {
            return false;
        }
        return openDays.contains(day) || holiday(day).isEmpty();
    }

    /** The national holiday of this day, if any. */
    public Optional<Holiday> holiday(LocalDate day) {
        return switch (country) {
            case JAPAN -> JapaneseHolidays.on(day);
            case NONE -> Optional.empty();
        };
    }

    /** The civil day of an instant in the policy's zone. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The instant at which the (business) day ends. */
    public Instant endOf(LocalDate day) {
        return closes.on(day, zone);
    }

    /** The end of the civil day, whatever the closing time. */
    public Instant midnightAfter(LocalDate day) {
        return ClosingTime.MIDNIGHT.on(day, zone);
    }

    /** The first business day after this one. */
    public LocalDate nextBusinessDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * End of the day of receipt if it is a business day and not past closing, else of the next one.
     */
    public Instant sameBusinessDay(Instant receipt) {
        LocalDate day = dayOf(receipt);
        boolean today = isBusinessDay(day) && !receipt.isAfter(endOf(day));
        return endOf(today ? day : nextBusinessDay(day));
    }

    /**
     * End of the n-th business day after the civil day of receipt; after closing, the next civil
     * day counts as the day of receipt.
     */
    public Instant businessDaysAfter(Instant receipt, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("at least one business day");
        }
        LocalDate day = dayOf(receipt);
        // A day that is not worked has no closing time: Sunday evening is still Sunday.
        if (isBusinessDay(day) && receipt.isAfter(endOf(day))) {
            day = day.plusDays(1);
        }
        for (int i = 0; i < n; i++) {
            day = nextBusinessDay(day);
        }
        return endOf(day);
    }

    @Override
    public List<Complaint> complaints() {
        List<Complaint> all = new ArrayList<>();
        businessHours
                .filter(hours -> closes.minuteOfDay() < hours.until().minuteOfDay())
                .map(hours -> new String[] {closes.toString(), hours.until().toString()})
                .map(times -> new Complaint("closes", Mistake.CLOSES_DURING_HOURS, times))
                .ifPresent(all::add);
        for (int i = 0; i < closures.size(); i++) {
            Closure later = closures.get(i);
            String key = "closures[" + i + "]";
            closures.subList(0, i).stream()
                    .filter(later::overlaps)
                    .map(earlier -> new String[] {later.from() + "", earlier.from() + ""})
                    .map(days -> new Complaint(key + ".from", Mistake.CLOSURES_OVERLAP, days))
                    .forEach(all::add);
            if (later.from().until(later.last()).toTotalMonths() >= 2) {
                all.add(new Complaint(key + ".until", Mistake.CLOSURE_TOO_LONG));
            }
        }
        return all;
    }
}
