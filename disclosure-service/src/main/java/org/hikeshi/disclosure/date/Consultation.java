package org.hikeshi.disclosure.date;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How a proposal stands: a function of the answers there are, in whatever order they came.
 *
 * @param asked the reports of the case
 * @param accepted by report, whether its reporter's last answer was yes; who said nothing is absent
 * @param answerBy until when answers are awaited
 */
public record Consultation(Set<UUID> asked, Map<UUID, Boolean> accepted, Instant answerBy) {

    /** What follows from a consultation. */
    public enum Outcome {
        WAIT,
        /** All said yes. */
        AGREED,
        /** Time is over, and nobody wished otherwise. */
        SILENT,
        /** Somebody wishes another date: a person decides. */
        COUNTERED
    }

    public Outcome at(Instant now) {
        if (accepted.containsValue(false)) {
            return Outcome.COUNTERED;
        }
        if (!asked.isEmpty() && accepted.keySet().containsAll(asked)) {
            return Outcome.AGREED;
        }
        return now.isBefore(answerBy) ? Outcome.WAIT : Outcome.SILENT;
    }
}
