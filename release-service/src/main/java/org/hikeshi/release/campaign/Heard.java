package org.hikeshi.release.campaign;

/** What became of a device's report. */
public enum Heard {
    TAKEN,
    /** There is no such action of this device. */
    UNKNOWN,
    /** It ended before. */
    CLOSED
}
