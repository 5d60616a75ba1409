package org.hikeshi.parts;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;

/** What a part that runs in a container can be told, by the engine. */
final class ContainerPart {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final int STOP_SECONDS = 30;

    private final String name;
    private final String id;
    private final BooleanSupplier ready;

    /**
     * @param name for sentences
     * @param id of the container
     * @param ready whether it answers
     */
    ContainerPart(String name, String id, BooleanSupplier ready) {
        this.name = name;
        this.id = id;
        this.ready = ready;
    }

    String id() {
        return id;
    }

    void kill() {
        engine().killContainerCmd(id).exec();
        await("does not end", () -> !isRunning());
    }

    void pause() {
        engine().pauseContainerCmd(id).exec();
    }

    void resume() {
        engine().unpauseContainerCmd(id).exec();
    }

    void restart() {
        close();
        engine().startContainerCmd(id).exec();
        awaitReady();
    }

    void close() {
        if (isRunning()) {
            engine().stopContainerCmd(id).withTimeout(STOP_SECONDS).exec();
        }
    }

    void awaitReady() {
        await("does not answer", ready);
    }

    /** Testcontainers finds its strategies by the thread's class loader, which need not be ours. */
    private static DockerClient engine() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ContainerPart.class.getClassLoader());
        try {
            return DockerClientFactory.instance().client();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private boolean isRunning() {
        return Boolean.TRUE.equals(engine().inspectContainerCmd(id).exec().getState().getRunning());
    }

    private void await(String otherwise, BooleanSupplier condition) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new PartFailed("the container of " + name + " " + otherwise);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
