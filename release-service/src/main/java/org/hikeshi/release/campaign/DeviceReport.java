package org.hikeshi.release.campaign;

/** What a device reports about its action, whatever protocol it speaks. */
public enum DeviceReport {
    /** It was told what to install. */
    FETCHED,
    /** It is at it; also every word that is not understood. */
    WORKING,
    DONE,
    FAILED,
    /** It stopped because we asked, or by itself. */
    GAVE_UP,
    /** It goes on although we asked it to stop. */
    CANCEL_REFUSED
}
