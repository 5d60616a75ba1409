package org.hikeshi.triage.access;

import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.triage.facts.CaseFacts;

/** What a case is to those who act on it; a function of its facts. */
public enum CaseState {
    /** No person has confirmed a report of it yet. */
    RECEIVED,
    /** Read and acted upon, not scored. */
    CONFIRMED,
    /** Its assessment is fixed. */
    SCORED,
    /** Ended with a reason; may go on again. */
    CLOSED,
    /** Goes on under another case; only an alias of it. */
    MERGED;

    public static CaseState of(CaseFacts facts) {
        Optional<CaseClosed> closure = facts.closure();
        if (closure.isPresent()) {
            return closure.get().duplicateOf() == null ? CLOSED : MERGED;
        }
        if (facts.scored().isPresent()) {
            return SCORED;
        }
        return facts.confirmed().isPresent() ? CONFIRMED : RECEIVED;
    }

    /** As in the API. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
