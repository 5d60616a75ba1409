package org.hikeshi.parts;

/** A part that runs in a container. */
sealed interface InContainer extends Part permits ContainerKafka, ContainerPostgres {

    ContainerPart container();

    @Override
    default void kill() {
        container().kill();
    }

    @Override
    default void pause() {
        container().pause();
    }

    @Override
    default void resume() {
        container().resume();
    }

    @Override
    default void restart() {
        container().restart();
    }

    @Override
    default void close() {
        container().close();
    }
}
