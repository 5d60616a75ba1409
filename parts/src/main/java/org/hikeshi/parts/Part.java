package org.hikeshi.parts;

/**
 * A running part of the infrastructure: one operating-system process with a data folder and fixed
 * ports on 127.0.0.1.
 *
 * <p>All methods throw {@link PartFailed} with one sentence when the part does not do what was
 * asked within its time.
 */
public sealed interface Part extends AutoCloseable
        permits EmbeddedPostgres18, KafkaProcess, MailboxProcess {

    /** The process behind the part, for whoever supervises it. */
    WatchedProcess process();

    /** SIGKILL, then waits until the process is gone. Data stays. */
    default void kill() {
        process().kill();
    }

    /** SIGSTOP: the part keeps its ports and answers nothing until {@link #resume()}. */
    default void pause() {
        process().signal("STOP");
    }

    /** SIGCONT after {@link #pause()}. */
    default void resume() {
        process().signal("CONT");
    }

    /**
     * Starts the part again on the same ports and data, ending it in order first if it still runs;
     * returns when it is ready.
     */
    void restart();

    /** Ends the part in order and waits for it. Data stays. */
    @Override
    default void close() {
        process().stop();
    }
}
