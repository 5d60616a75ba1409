package org.hikeshi.parts;

/**
 * A running part of the infrastructure with data and fixed ports on 127.0.0.1.
 *
 * <p>All methods throw {@link PartFailed} with one sentence when the part does not do what was
 * asked within its time.
 */
public interface Part extends AutoCloseable {
    /** SIGKILL, then waits until it is gone. Data stays. */
    void kill();

    /** The part keeps its ports and answers nothing until {@link #resume()}. */
    void pause();

    /** Ends a {@link #pause()}. */
    void resume();

    /**
     * Starts the part again on the same ports and data, ending it in order first if it still runs;
     * returns when it is ready.
     */
    void restart();

    /** Ends the part in order and waits for it. Data stays. */
    @Override
    void close();
}
