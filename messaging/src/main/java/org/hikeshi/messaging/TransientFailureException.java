package org.hikeshi.messaging;

import org.jspecify.annotations.Nullable;

/** Something this work needs is away for a while: tried again in place, for ever. */
public final class TransientFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TransientFailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
