package org.hikeshi.messaging;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far one partition is done without a gap. Lanes finish in any order; only what has nothing
 * unfinished before it may be committed.
 */
final class Progress {

    /** One record under way. */
    static final class Slot {
        private final long offset;
        private boolean done;

        private Slot(long offset) {
            this.offset = offset;
        }
    }

    private final Deque<Slot> underWay = new ArrayDeque<>();
    private long next = -1;
    private long last = -1;

    /** Takes a record into account; offsets only grow. */
    synchronized Slot begin(long offset) {
        if (offset <= last) {
            throw new IllegalArgumentException("offset " + offset + " after " + last);
        }
        last = offset;
        Slot slot = new Slot(offset);
        underWay.addLast(slot);
        return slot;
    }

    /** Marks a record as done and moves on as far as nothing is open. */
    synchronized void done(Slot slot) {
        slot.done = true;
        for (Slot head = underWay.peekFirst();
                head != null && head.done;
                head = underWay.peekFirst()) {
            underWay.removeFirst();
            next = head.offset + 1;
        }
    }

    /** The offset to commit: of the first record that is not done; -1 if none was ever done. */
    synchronized long next() {
        return next;
    }

    /** The highest offset seen; -1 if none. */
    synchronized long last() {
        return last;
    }
}
