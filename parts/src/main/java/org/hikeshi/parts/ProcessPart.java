package org.hikeshi.parts;

/** A part that is an operating-system process of its own with a data folder. */
public sealed interface ProcessPart extends Part
        permits EmbeddedPostgres18, KafkaProcess, MailboxProcess {

    /** The process behind the part, for whoever supervises it. */
    WatchedProcess process();

    @Override
    default void kill() {
        process().kill();
    }

    /** SIGSTOP. */
    @Override
    default void pause() {
        process().signal("STOP");
    }

    /** SIGCONT. */
    @Override
    default void resume() {
        process().signal("CONT");
    }

    @Override
    default void close() {
        process().stop();
    }
}
