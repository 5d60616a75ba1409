package org.hikeshi.events;

/**
 * Bytes that are no event of their type. The message names type, field and reason; it quotes
 * nothing of the value.
 */
public final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String reason) {
        super(reason);
    }
}
