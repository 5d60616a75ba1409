package org.hikeshi.trust;

/**
 * A seal that does not open: other key, other place, or bytes that were changed. Says no more than
 * that, for whoever asks might be the one who changed them.
 */
public final class NotOpened extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotOpened(String reason) {
        super(reason);
    }
}
