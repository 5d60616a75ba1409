package org.hikeshi.intake.report;

import java.time.Instant;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.Source;
import org.jspecify.annotations.Nullable;

/**
 * Where a report comes from that did not reach the desk by itself.
 *
 * @param receivedAt when it first reached the house; all promises count from here
 * @param staff who handed it in
 * @param earlier what was done with it elsewhere, if it had ended before it came here
 * @param number what its record is called elsewhere, if it comes from a list
 */
public record Provenance(
        Source source,
        Instant receivedAt,
        String staff,
        @Nullable EarlierRecord earlier,
        @Nullable String number) {}
