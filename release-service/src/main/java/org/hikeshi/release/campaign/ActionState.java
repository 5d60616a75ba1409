package org.hikeshi.release.campaign;

import java.util.Optional;

/**
 * Where the update of one device stands. Only a device's own word ends an action, or our patience
 * with a silent one after we asked it to stop; an action that ended stays as it ended.
 */
public enum ActionState {
    /** In a stage that is not open yet. */
    PLANNED,
    /** Offered at the next contact. */
    PENDING,
    /** The device has read what is offered. */
    RETRIEVED,
    /** The device works on it. */
    RUNNING,
    /** We asked the device to stop and wait for its answer. */
    CANCELLING,
    FINISHED,
    ERROR,
    CANCELLED;

    /** Whether it ended; the device is told nothing of it any more. */
    public boolean closed() {
        return this == FINISHED || this == ERROR || this == CANCELLED;
    }

    /** The next state on a device's word; empty if it is too late for that word. */
    public Optional<ActionState> on(DeviceReport report) {
        if (closed() || this == PLANNED) {
            return Optional.empty();
        }
        return Optional.of(
                switch (report) {
                    case FETCHED -> this == PENDING ? RETRIEVED : this;
                    case WORKING -> this == CANCELLING ? CANCELLING : RUNNING;
                    case DONE -> FINISHED;
                    case FAILED -> this == CANCELLING ? CANCELLED : ERROR;
                    case GAVE_UP -> CANCELLED;
                    case CANCEL_REFUSED -> this == CANCELLING ? RUNNING : this;
                });
    }

    /**
     * The next state when we no longer want it: what the device cannot know of ends at once, the
     * rest has to be cancelled by the device.
     */
    public ActionState withdrawn() {
        return switch (this) {
            case PLANNED, PENDING -> CANCELLED;
            case RETRIEVED, RUNNING, CANCELLING -> CANCELLING;
            case FINISHED, ERROR, CANCELLED -> this;
        };
    }

    /** The next state when a device has not answered a cancellation for too long. */
    public ActionState abandoned() {
        return this == CANCELLING ? CANCELLED : this;
    }
}
