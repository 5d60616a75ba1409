package org.hikeshi.release.campaign;

/**
 * Devices of a stage by result.
 *
 * @param total all but those whose action was cancelled
 * @param failed whose last attempt failed since the campaign was started or last resumed
 */
public record StageCounts(int total, int succeeded, int failed) {
    /** Devices with a result. */
    public int settled() {
        return succeeded + failed;
    }
}
