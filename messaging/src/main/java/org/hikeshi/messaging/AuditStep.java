package org.hikeshi.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step of the way that a row goes; {@code done} grows as it goes on. Only time that was watched
 * counts: a machine that slept, or a clock that was set, is no standstill; but what was told stays
 * told until it moves. For one thread.
 */
final class AuditStep {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);

    private long done = -1;
    private @Nullable Instant since;
    private @Nullable Instant looked;
    private @Nullable String told;

    /** Whether it has stood still for so long with something to do. */
    boolean stands(boolean waiting, long now, Instant at, Duration longest) {
        boolean slept =
                looked != null && looked.plus(longest.dividedBy(2)).isBefore(at) && told == null;
        looked = at;
        if (!waiting || now != done || since == null || at.isBefore(since) || slept) {
            done = now;
            since = at;
        }
        return !since.plus(longest).isAfter(at);
    }

    /** When it last moved, to the second; not before the first look. */
    Instant since() {
        return since == null ? Instant.EPOCH : since.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Logs the beginning and the end of it once each. */
    void tell(boolean stands, String line) {
        if (stands && told == null) {
            LOG.error("audit: {}", line);
            told = line;
        } else if (!stands && told != null) {
            LOG.info("audit: over: {}", told);
            told = null;
        }
    }
}
