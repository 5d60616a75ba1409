package org.hikeshi.trust.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying one service's record.
 *
 * @param rows chained rows read
 * @param last sequence of the last of them
 * @param checkpoints exported checkpoints that were judged
 * @param newest sequence that the newest sound checkpoint covers, 0 if there is none
 * @param newestAt when that one was signed
 * @param notExported checkpoints of the database that have not reached the export yet
 * @param erased rows whose detail was erased, which the record allows
 * @param unsealed rows not yet chained: nothing proves them
 * @param oldestUnsealed when the oldest of them was done
 * @param findings empty if nothing is wrong
 */
public record Verified(
        String service,
        long rows,
        long last,
        long checkpoints,
        long newest,
        @Nullable Instant newestAt,
        long notExported,
        long erased,
        long unsealed,
        @Nullable Instant oldestUnsealed,
        List<Finding> findings) {

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

    /** There are rows and no exported checkpoint: a chain alone proves nothing. */
    public boolean unproven() {
        return checkpoints == 0 && rows + unsealed > 0;
    }
}
