package org.hikeshi.notifier.sending;

/** What the letter must say lies with another service, which is away or not that far yet. */
public final class TextUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public TextUnavailableException(String what) {
        super(what);
    }
}
