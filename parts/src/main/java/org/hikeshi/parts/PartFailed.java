package org.hikeshi.parts;

/**
 * A part could not be started or reached; the message is one sentence for the person at the
 * terminal.
 */
public final class PartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailed(String sentence) {
        super(sentence);
    }

    public PartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
