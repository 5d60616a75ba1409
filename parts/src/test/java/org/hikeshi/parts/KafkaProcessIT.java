package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka keeps topics and records through SIGKILL of its process and makes no topic by accident. */
class KafkaProcessIT {
    @TempDir private Path dir;

    @Test
    void acknowledgedRecordsSurviveSigkillAndRestartOnTheSamePort() throws Exception {
        try (var kafka = KafkaProcess.start(dir, Ports.free())) {
            makeTopic(kafka, "case-events");
            send(kafka, "case-events", "kept");

            kafka.kill();
            assertThat(kafka.process().isAlive()).isFalse();
            kafka.restart();

            send(kafka, "case-events", "later");
            assertThat(read(kafka, "case-events", 2)).containsExactly("kept", "later");
        }
    }

    @Test
    void aMisspelledTopicIsNotMade() {
        try (var kafka = KafkaProcess.start(dir, Ports.free())) {
            assertThatThrownBy(() -> send(kafka, "case-evnets", "lost"))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("case-evnets");
        }
    }

    private static void makeTopic(KafkaProcess kafka, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void send(KafkaProcess kafka, String topic, String value) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "acks",
                        "all",
                        "max.block.ms",
                        4000,
                        "delivery.timeout.ms",
                        20000,
                        "request.timeout.ms",
                        8000);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaProcess kafka, String topic, int count) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "auto.offset.reset",
                        "earliest");
        var values = new java.util.ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
