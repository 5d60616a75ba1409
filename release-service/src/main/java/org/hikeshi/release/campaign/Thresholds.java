package org.hikeshi.release.campaign;

/**
 * When a stage is good enough for the next one and when it is bad enough to stop.
 *
 * @param success percent of the stage's devices that must have succeeded, 1–100
 * @param failure percent of the devices with a result that may have failed, 0–100
 */
public record Thresholds(int success, int failure) {

    /** Fewer results than this say nothing about a rate. */
    static final int ENOUGH_RESULTS = 10;

    /** What the results of a stage so far mean. */
    public enum Verdict {
        WAIT,
        ADVANCE,
        HALT
    }

    /**
     * Halting goes before advancing. With few results a stage halts only when even success of all
     * others could not bring the rate of failures down again.
     */
    public Verdict judge(StageCounts counts) {
        long failed = counts.failed();
        boolean manyEnough = counts.settled() >= ENOUGH_RESULTS;
        boolean badRate = manyEnough && failed * 100 > (long) failure * counts.settled();
        boolean lost = failed * 100 > (long) failure * counts.total();
        if (failed > 0 && (badRate || lost)) {
            return Verdict.HALT;
        }
        return counts.succeeded() * 100L >= (long) success * counts.total()
                ? Verdict.ADVANCE
                : Verdict.WAIT;
    }
}
