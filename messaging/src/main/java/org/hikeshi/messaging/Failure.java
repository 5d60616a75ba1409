package org.hikeshi.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what can go wrong with an event, and what then happens.
 *
 * <table>
 * <caption>Failures</caption>
 * <tr><td>{@link #TRANSIENT}</td><td>the database is away or busy</td><td>the lane waits and tries again, for ever</td></tr>
 * <tr><td>{@link #FORGED}</td><td>bad signature or wrong speaker</td><td>that record alone is parked, alarm</td></tr>
 * <tr><td>{@link #UNREADABLE}</td><td>good signature, unknown shape</td><td>its key is parked</td></tr>
 * <tr><td>{@link #UNEXPECTED}</td><td>anything else</td><td>5 tries, then its key is parked</td></tr>
 * </table>
 *
 * A refusal by the domain is no failure but an {@link Outcome}.
 */
enum Failure {
    TRANSIENT,
    FORGED,
    UNREADABLE,
    UNEXPECTED;

    /** Tries before an unexpected failure parks its key. */
    static final int TRIES = 5;

    /**
     * Classes and codes of SQLSTATE that pass: connection, resources, rollback by deadlock or
     * serialisation, shutdown.
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

    private static final Set<String> PASSING_CODES =
            Set.of("40001", "40P01", "55P03", "25006", "25P03");

    static Failure of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof UnreadableEventException) {
                return UNREADABLE;
            }
            if (t instanceof SQLException sql && passes(sql)) {
                return TRANSIENT;
            }
            if (t instanceof TransientFailureException) {
                return TRANSIENT;
            }
        }
        return UNEXPECTED;
    }

    private static boolean passes(SQLException e) {
        if (e instanceof SQLTransientException || e instanceof SQLRecoverableException) {
            return true;
        }
        @Nullable String state = e.getSQLState();
        // A pool that could not hand out a connection gives no state at all.
        return state == null
                || PASSING_CODES.contains(state)
                || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }

    /** One line for people: class and code, never a message, which may hold content. */
    static String describe(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return "database, SQLSTATE " + sql.getSQLState();
            }
            if (t instanceof UnreadableEventException) {
                return "unreadable: " + t.getMessage();
            }
            if (t instanceof BrokenRecordException || t instanceof UnfitKeyException) {
                return "ALARM: " + t.getMessage();
            }
        }
        return thrown.getClass().getSimpleName();
    }
}
