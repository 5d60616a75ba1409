package org.hikeshi.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The minute of the civil day at which a business day ends, 00:01 to 24:00. It is its own type
 * because {@link LocalTime} does not know 24:00, the end of the day itself.
 */
public record ClosingTime(int minuteOfDay) {
    public static final ClosingTime MIDNIGHT = new ClosingTime(24 * 60);

    static final String PATTERN = "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$";

    public ClosingTime {
        if (minuteOfDay < 1 || minuteOfDay > 24 * 60) {
            throw new IllegalArgumentException("a closing time is 00:01 to 24:00");
        }
    }

    /** Reads {@code HH:mm}. */
    public static ClosingTime parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException("not HH:mm: " + text);
        }
        return new ClosingTime(
                Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)));
    }

    /** The instant at which this civil day closes; a local time skipped by summer time moves on. */
    public Instant on(LocalDate day, ZoneId zone) {
        if (minuteOfDay == MIDNIGHT.minuteOfDay) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        LocalTime time = LocalTime.of(minuteOfDay / 60, minuteOfDay % 60);
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    @Override
    public String toString() {
        return "%02d:%02d".formatted(minuteOfDay / 60, minuteOfDay % 60);
    }
}
