package org.hikeshi.launcher.house;

import java.util.concurrent.CompletableFuture;

/** A process that the supervisor keeps alive. */
public interface Resident {
    String name();

    /**
     * Starts it, ending what an earlier start left; returns when it is ready, otherwise throws with
     * one sentence.
     */
    void start();

    /** Completes when the present process ends. */
    CompletableFuture<Integer> ended();

    /** Ends it in order and waits. */
    void stop();

    /** Pid of the process itself. */
    long pid();
}
