package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What this replica sees of why the record of acts does not go on, and what of it somebody must be
 * told now (ADR 0206). What is seen is kept in memory; what was told, by whichever replica, in a
 * small table that nobody needs to chain, sign or read the record: the telling waits for no lock
 * that the record itself may be waiting for. Safe for several threads.
 */
public final class AuditAlarms {
    /* In one statement each: of replicas that tell at the same time one does. */
    private static final String RAISED =
            "INSERT INTO audit_told AS told (cause, since, told_at, seen_at, open)"
                    + " VALUES (?, ?, ?, ?, true) ON CONFLICT (cause) DO UPDATE SET"
                    + " since = CASE WHEN told.open THEN least(told.since, EXCLUDED.since)"
                    + " ELSE EXCLUDED.since END, told_at = EXCLUDED.told_at,"
                    + " seen_at = EXCLUDED.seen_at, open = true"
                    + " WHERE NOT told.open OR told.told_at <= ? OR told.told_at > ?"
                    + " RETURNING since";
    private static final String SEEN =
            "UPDATE audit_told SET seen_at = ? WHERE cause = ? AND open"
                    + " AND (seen_at < ? OR seen_at > ?)";
    private static final String OVER =
            "UPDATE audit_told SET open = false, over_at = ? WHERE cause = ? AND open"
                    + " AND (seen_at <= ? OR seen_at > ?)"
                    + " AND (over_at IS NULL OR over_at <= ? OR over_at > ?) RETURNING since";
    private static final String OPEN = "SELECT cause FROM audit_told WHERE open";

    /** A time further ahead was written by a clock that ran ahead, and counts as long past. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration SEEN_EVERY = Duration.ofSeconds(1);

    /** Looks without a gap that saw nothing. */
    private record Clear(Instant first, Instant last) {}

    private final InstantSource clock;
    private final Duration gap;
    private final Duration quiet;
    private final Map<AuditCause, Instant> raised = new EnumMap<>(AuditCause.class);
    private final Map<AuditCause, Clear> clear = new EnumMap<>(AuditCause.class);

    AuditAlarms(InstantSource clock, AuditSealer.Settings settings) {
        this.clock = clock;
        this.gap = settings.alarmAfter().dividedBy(2);
        // A service that starts anew takes alarmAfter to see what was there before.
        this.quiet = settings.alarmAfter().multipliedBy(2).plus(settings.every());
    }

    /**
     * One thing to be told.
     *
     * @param since when it began
     * @param over whether it is its end that is to be told
     */
    public record Untold(AuditCause cause, Instant since, boolean over) {}

    /** It does not go on; known until it is {@link #clear}. */
    synchronized void raise(AuditCause cause, Instant since) {
        raised.putIfAbsent(cause, since);
        clear.remove(cause);
    }

    /** Somebody looked just now, and this cause was not there. */
    synchronized void clear(AuditCause cause) {
        Instant now = clock.instant();
        raised.remove(cause);
        Clear before = clear.get(cause);
        if (before == null
                || before.last().plus(gap).isBefore(now)
                || now.isBefore(before.last())) {
            clear.put(cause, new Clear(now, now));
        } else {
            clear.put(cause, new Clear(before.first(), now));
        }
    }

    /** What is there, with since when; without what only follows from another one. */
    synchronized Map<AuditCause, Instant> raised() {
        Map<AuditCause, Instant> own = new EnumMap<>(AuditCause.class);
        own.putAll(raised);
        raised.keySet().forEach(cause -> cause.follows().forEach(own::remove));
        return own;
    }

    /** Whether it was looked for all the while, long enough, and not found. */
    private synchronized boolean isQuiet(AuditCause cause, Instant now) {
        Clear seen = clear.get(cause);
        return seen != null
                && !seen.last().plus(gap).isBefore(now)
                && !seen.first().plus(quiet).isAfter(now);
    }

    /**
     * Takes what somebody must be told of now, in the caller's transaction. That a cause is there
     * is told at once and, while it lasts, every {@code rest}; that it is over is told once, when
     * no replica saw it for a while, and of ends no more than one per {@code rest}: a cause that
     * comes and goes is told as one that stays, and one that comes back after its end was told is
     * new.
     */
    public List<Untold> takeUntold(Connection connection, Duration rest) throws SQLException {
        Instant now = clock.instant();
        AuditRows.limit(connection, "lock_timeout = '2s'");
        List<Untold> untold = new ArrayList<>();
        Map<AuditCause, Instant> there = raised();
        for (Map.Entry<AuditCause, Instant> one : there.entrySet()) {
            raised(connection, one.getKey(), one.getValue(), now, rest)
                    .ifPresent(since -> untold.add(new Untold(one.getKey(), since, false)));
        }
        for (AuditCause cause : open(connection)) {
            if (isQuiet(cause, now)) {
                over(connection, cause, now, rest)
                        .ifPresent(since -> untold.add(new Untold(cause, since, true)));
            }
        }
        return untold;
    }

    private static Optional<Instant> raised(
            Connection connection, AuditCause cause, Instant since, Instant now, Duration rest)
            throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(RAISED)) {
            tell.setString(1, cause.name());
            tell.setObject(2, since.atOffset(ZoneOffset.UTC));
            tell.setObject(3, now.atOffset(ZoneOffset.UTC));
            tell.setObject(4, now.atOffset(ZoneOffset.UTC));
            tell.setObject(5, now.minus(rest).atOffset(ZoneOffset.UTC));
            tell.setObject(6, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            Optional<Instant> told = since(tell);
            if (told.isPresent()) {
                return told;
            }
        }
        try (PreparedStatement seen = connection.prepareStatement(SEEN)) {
            seen.setObject(1, now.atOffset(ZoneOffset.UTC));
            seen.setString(2, cause.name());
            seen.setObject(3, now.minus(SEEN_EVERY).atOffset(ZoneOffset.UTC));
            seen.setObject(4, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            seen.executeUpdate();
        }
        return Optional.empty();
    }

    private Optional<Instant> over(
            Connection connection, AuditCause cause, Instant now, Duration rest)
            throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(OVER)) {
            tell.setObject(1, now.atOffset(ZoneOffset.UTC));
            tell.setString(2, cause.name());
            tell.setObject(3, now.minus(quiet).atOffset(ZoneOffset.UTC));
            tell.setObject(4, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            tell.setObject(5, now.minus(rest).atOffset(ZoneOffset.UTC));
            tell.setObject(6, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            return since(tell);
        }
    }

    private static Optional<Instant> since(PreparedStatement returning) throws SQLException {
        try (ResultSet row = returning.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    private static Set<AuditCause> open(Connection connection) throws SQLException {
        Set<AuditCause> open = EnumSet.noneOf(AuditCause.class);
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(OPEN)) {
            while (row.next()) {
                String cause = row.getString(1);
                for (AuditCause one : AuditCause.values()) {
                    if (one.name().equals(cause)) { // a later version may know more
                        open.add(one);
                    }
                }
            }
        }
        return open;
    }
}
