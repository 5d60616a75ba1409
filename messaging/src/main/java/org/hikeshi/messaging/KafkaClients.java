package org.hikeshi.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes Kafka clients. What everything rests on (acks of all, idempotence, no automatic commit, no
 * automatic topics, reading from the earliest) cannot be configured away: a setting that tries is
 * refused at start.
 */
public final class KafkaClients {
    private static final Map<String, String> PRODUCING =
            Map.of(
                    "acks", "all",
                    "enable.idempotence", "true",
                    // With several under way a first batch that a new leader refuses leaves the
                    // others
                    // stuck until they expire (seen with 4.1.1), and what follows could overtake.
                    "max.in.flight.requests.per.connection", "1");
    private static final Map<String, String> CONSUMING =
            Map.of(
                    "enable.auto.commit", "false",
                    "allow.auto.create.topics", "false",
                    "auto.offset.reset", "earliest");

    private final Map<String, Object> common;

    /**
     * @param bootstrapServers {@code host:port,…}
     * @param settings further client settings by Kafka's own names, such as those of TLS and SASL
     * @throws IllegalArgumentException if a setting would switch off a guarantee
     */
    public KafkaClients(String bootstrapServers, Map<String, String> settings) {
        refuse(settings, PRODUCING);
        refuse(settings, CONSUMING);
        common = new HashMap<>(settings);
        common.put("bootstrap.servers", bootstrapServers);
        common.put("reconnect.backoff.max.ms", "1000");
        common.put("metadata.recovery.strategy", "rebootstrap");
    }

    private static void refuse(Map<String, String> settings, Map<String, String> fixed) {
        fixed.forEach(
                (name, needed) -> {
                    String given = settings.get(name);
                    if (given != null && !given.equals(needed)) {
                        throw new IllegalArgumentException(
                                "Kafka setting " + name + " must be " + needed + ", not " + given);
                    }
                });
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("linger.ms", "0");
        settings.put("batch.size", "131072");
        settings.put("buffer.memory", "16777216");
        settings.put("max.block.ms", "5000");
        settings.put("request.timeout.ms", "5000");
        settings.put("delivery.timeout.ms", "15000");
        settings.put("metadata.max.age.ms", "30000");
        settings.putAll(PRODUCING);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Consumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("group.id", group);
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("fetch.max.bytes", "4194304");
        settings.put("session.timeout.ms", "10000");
        settings.put("metadata.max.age.ms", "30000");
        settings.putAll(CONSUMING);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("request.timeout.ms", "5000");
        settings.put("default.api.timeout.ms", "5000");
        return Admin.create(settings);
    }
}
