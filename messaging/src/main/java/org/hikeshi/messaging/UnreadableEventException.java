package org.hikeshi.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A well-signed event whose value has an unknown shape. Its key is parked until somebody has
 * looked.
 */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param message names field and reason, never the content
     */
    public UnreadableEventException(String message) {
        super(message);
    }

    /**
     * @param message names field and reason, never the content
     */
    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
