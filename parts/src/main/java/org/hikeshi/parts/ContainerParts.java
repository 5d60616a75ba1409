package org.hikeshi.parts;

import org.testcontainers.containers.GenericContainer;

/** Containers of one test JVM; they are removed when it ends. */
final class ContainerParts {
    private ContainerParts() {}

    /** Whether {@code HIKESHI_TEST_PARTS} asks for them. */
    static boolean wanted() {
        return "containers".equals(System.getenv("HIKESHI_TEST_PARTS"));
    }

    /** Starts it and tells its id. */
    static String started(GenericContainer<?> container) {
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return container.getContainerId();
    }
}
