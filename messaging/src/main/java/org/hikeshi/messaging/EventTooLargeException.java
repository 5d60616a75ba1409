package org.hikeshi.messaging;

/**
 * An event that the broker might refuse is refused here, before it can stand in the way of others.
 */
public final class EventTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    EventTooLargeException(String type, int bytes, int limit) {
        super("event " + type + " has " + bytes + " bytes, the limit is " + limit);
    }
}
