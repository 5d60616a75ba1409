package org.hikeshi.trust.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying one service's record.
 *
 * @param asOf the time of which it speaks: when the rows were read or exported
 * @param rows chained rows read
 * @param last sequence of the last of them
 * @param checkpoints exported checkpoints that were judged
 * @param newest sequence that the newest sound checkpoint covers, 0 if there is none
 * @param newestAt when that one was signed
 * @param notExported checkpoints of the database that have not reached the export yet
 * @param later checkpoints signed after these rows were exported: they say nothing about them
 * @param findings empty if nothing is wrong
 */
public record Verified(
        String service,
        Instant asOf,
        long rows,
        long last,
        long checkpoints,
        long newest,
        @Nullable Instant newestAt,
        long notExported,
        long later,
        Open open,
        Late late,
        List<Finding> findings) {

    /**
     * Rows that nothing outside proves yet.
     *
     * @param unsealed not chained; others are chained and not yet signed for
     * @param oldest when the oldest of all of them was done; null if there is none
     * @param overdue they are older or more than they may be: the sealer stands still, or somebody
     *     keeps it from sealing
     * @param notOutsideSince when the oldest checkpoint was signed that is still in the database
     *     alone, if that is longer ago than it may be: whoever owns the database can cut the record
     *     back to before it without a trace; else null
     */
    public record Open(
            long unsealed,
            @Nullable Instant oldest,
            boolean overdue,
            @Nullable Instant notOutsideSince) {}

    /**
     * Rows that were signed for long after the time they state, which nobody has explained: then
     * the sealer stood still, or they were entered later than they say.
     *
     * @param first sequence of the first of them, 0 if there is none
     */
    public record Late(long rows, long first, long last) {
        static final Late NONE = new Late(0, 0, 0);

        Late and(long sequence) {
            return new Late(rows + 1, rows == 0 ? sequence : first, sequence);
        }
    }

    public Verified {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }

    /** Chained rows after the newest checkpoint: their order is fixed, but nobody signed it yet. */
    public long uncovered() {
        return Math.max(0, last - newest);
    }

    public long unsealed() {
        return open.unsealed();
    }

    /** There are rows and no exported checkpoint: a chain alone proves nothing. */
    public boolean unproven() {
        return checkpoints == 0 && rows + unsealed() > 0;
    }

    /** Nothing is wrong, and nothing is open that should not be. */
    public boolean wholly() {
        return sound()
                && !unproven()
                && !open.overdue()
                && open.notOutsideSince() == null
                && late.rows() == 0;
    }
}
