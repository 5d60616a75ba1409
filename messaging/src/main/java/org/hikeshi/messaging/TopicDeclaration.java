package org.hikeshi.messaging;

import java.util.Map;

/**
 * A topic as the contract of the events declares it.
 *
 * @param partitions fixed for ever: the partition of a key follows from it
 * @param settings topic settings by Kafka's own names, such as {@code retention.ms}
 */
public record TopicDeclaration(String name, int partitions, Map<String, String> settings) {
    public TopicDeclaration {
        settings = Map.copyOf(settings);
    }
}
