package org.hikeshi.parts;

/** A Kafka broker, wherever it runs. */
public interface KafkaBroker extends Part {
    /** {@code host:port} for clients. */
    String bootstrapServers();
}
