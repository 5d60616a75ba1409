package org.hikeshi.messaging;

/** Something this work needs is away for a while: tried again in place, for ever. */
public final class TransientFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TransientFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
