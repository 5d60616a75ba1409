package org.hikeshi.messaging;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a listener has counted since it started. {@code forged} is an alarm.
 *
 * @param skipped records of types nobody here hears
 * @param rewound partitions read again from the start because their topic was made anew
 */
public record Counts(
        LongAdder handled,
        LongAdder refused,
        LongAdder duplicates,
        LongAdder skipped,
        LongAdder forged,
        LongAdder parked,
        LongAdder retries,
        LongAdder rewound) {
    Counts() {
        this(
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder());
    }
}
