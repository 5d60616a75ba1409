package org.hikeshi.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One partition as long as this replica holds it: its progress, its lanes, and what waits in them.
 * When the partition is taken away (or its log begins anew) the share is given up: what waits is
 * dropped, what runs may finish, and nothing it does can touch the share that follows.
 */
final class Share {
    private final Progress progress = new Progress();
    private final Map<String, Deque<Heard>> lanes = new HashMap<>();
    private int records;
    private long bytes;
    private int running;
    private boolean givenUp;
    private long committed = -1;

    /** A record in its lane, with the slot that keeps its offset from being committed. */
    record Heard(Share share, RawRecord record, Progress.Slot slot) {
        void done() {
            share.finished(this);
        }
    }

    Progress progress() {
        return progress;
    }

    /**
     * Puts a record at the end of its key's lane.
     *
     * @return true if the lane is new and wants a thread
     */
    synchronized boolean offer(RawRecord record) {
        Heard heard = new Heard(this, record, progress.begin(record.offset()));
        records++;
        bytes += record.size();
        Deque<Heard> lane = lanes.get(record.keyText());
        boolean fresh = lane == null;
        if (lane == null) {
            lane = new ArrayDeque<>();
            lanes.put(record.keyText(), lane);
            running++;
        }
        lane.addLast(heard);
        return fresh;
    }

    /** Lets a record pass that nobody hears. */
    void pass(long offset) {
        progress.done(progress.begin(offset));
    }

    /**
     * The next records of a lane, at most so many; none if the lane has come to its end and is
     * closed.
     */
    synchronized List<Heard> take(String key, int most) {
        Deque<Heard> lane = lanes.get(key);
        if (givenUp || lane == null || lane.isEmpty()) {
            lanes.remove(key);
            running--;
            notifyAll();
            return List.of();
        }
        List<Heard> taken = new ArrayList<>(Math.min(most, lane.size()));
        for (Heard next = lane.pollFirst();
                next != null;
                next = taken.size() < most ? lane.pollFirst() : null) {
            taken.add(next);
        }
        return taken;
    }

    private synchronized void finished(Heard heard) {
        records--;
        bytes -= heard.record().size();
        progress.done(heard.slot());
    }

    synchronized int records() {
        return records;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized boolean givenUp() {
        return givenUp;
    }

    /** Drops what waits. */
    synchronized void giveUp() {
        givenUp = true;
        lanes.values().forEach(Deque::clear);
    }

    /** Waits until no lane runs, but not for ever; true if none does. */
    synchronized boolean awaitQuiet(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (running > 0) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** The last commit came to nothing: the next one says it again. */
    synchronized void commitAgain() {
        committed = -1;
    }

    /** The offset to commit now; null if nothing moved since the last time. */
    synchronized @Nullable Long toCommit() {
        long next = progress.next();
        if (next < 0 || next == committed) {
            return null;
        }
        committed = next;
        return next;
    }
}
