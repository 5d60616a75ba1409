package org.hikeshi.casefile;

import java.util.Locale;

/** What prose a reporter is told by way of intake. */
public enum ToldKind {
    /** What was found, also if it was nothing. */
    FINDINGS,
    /** Why the case ends. */
    CLOSURE_REASON,
    /** What helps until there is a fix. */
    WORKAROUND,
    /** Why a date or the severity changed. */
    TIMELINE_REASON,
    /** How it goes on. */
    PROGRESS;

    /** As written in the call: {@code closure-reason}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
