package org.hikeshi.release.ota;

import java.util.List;
import org.hikeshi.release.campaign.DeviceReport;

/**
 * What a device said about an action, as far as it matters here. Ids, times and progress counts in
 * the body differ from client to client and are ignored; the path says which action is meant.
 *
 * @param details at most {@link FeedbackReader#MOST_DETAILS} lines
 */
record Feedback(Execution execution, Finished finished, List<String> details) {

    Feedback {
        details = List.copyOf(details);
    }

    /** {@code status.execution}; whatever is not known here keeps the action open. */
    enum Execution {
        CLOSED,
        PROCEEDING,
        CANCELED,
        SCHEDULED,
        REJECTED,
        RESUMED,
        DOWNLOADED,
        DOWNLOAD,
        OTHER
    }

    /** {@code status.result.finished}. */
    enum Finished {
        SUCCESS,
        FAILURE,
        NONE
    }

    /**
     * What this means for an action that was offered: only {@code closed} ends it well or badly.
     */
    DeviceReport onDeployment() {
        return switch (execution) {
            case CLOSED -> finished == Finished.FAILURE ? DeviceReport.FAILED : DeviceReport.DONE;
            case CANCELED -> DeviceReport.GAVE_UP;
            case PROCEEDING, SCHEDULED, REJECTED, RESUMED, DOWNLOADED, DOWNLOAD, OTHER ->
                    DeviceReport.WORKING;
        };
    }

    /** What this means as answer to a cancellation. */
    DeviceReport onCancellation() {
        return switch (execution) {
            case CLOSED ->
                    finished == Finished.FAILURE
                            ? DeviceReport.CANCEL_REFUSED
                            : DeviceReport.GAVE_UP;
            case CANCELED -> DeviceReport.GAVE_UP;
            case REJECTED -> DeviceReport.CANCEL_REFUSED;
            case PROCEEDING, SCHEDULED, RESUMED, DOWNLOADED, DOWNLOAD, OTHER ->
                    DeviceReport.WORKING;
        };
    }
}
