package org.hikeshi.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hikeshi.messaging.KafkaClients;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.OutgoingEvent;
import org.hikeshi.messaging.Topics;
import org.hikeshi.parts.PartsForTests;

/**
 * Relay of a full ledger (read, sign, send, mark) ÷ a plain producer with {@code acks=all} that
 * sends records of the same shape: key, value and as many bytes of headers.
 */
final class RelayComparison implements Comparison {
    private static final int EVENTS = 20_000;
    private static final int LEDGER_AT_ONCE = 500;

    /** As many, and about as long, as a relayed record carries. */
    private static final List<Header> HEADERS =
            IntStream.range(0, 12)
                    .<Header>mapToObj(i -> new RecordHeader("ce_header_" + i, new byte[36]))
                    .toList();

    private final Ground ground = new Ground("bench_relay");

    @Override
    public String name() {
        return "relay ÷ plain producer, acks=all";
    }

    @Override
    public Aim aim() {
        return new Aim(0.10, 0.25);
    }

    @Override
    public double baseline() throws Exception {
        String topic = "plain-" + UUID.randomUUID();
        Topics.create(
                new KafkaClients(PartsForTests.bootstrapServers(), Map.of()),
                List.of(Ground.declaration(topic)));
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        PartsForTests.bootstrapServers(),
                        "acks",
                        "all",
                        // As the relay: with more, a fresh topic can stall the client.
                        "max.in.flight.requests.per.connection",
                        1);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(topic);
            long start = System.nanoTime();
            for (int i = 0; i < EVENTS; i++) {
                OutgoingEvent event = Ground.event();
                producer.send(
                        new ProducerRecord<>(
                                topic,
                                null,
                                event.key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                event.value(),
                                HEADERS));
            }
            producer.flush();
            return EVENTS * 1e9 / (System.nanoTime() - start);
        }
    }

    @Override
    public double measured() throws Exception {
        String topic = "relay-" + UUID.randomUUID();
        try (Messaging messaging = ground.messaging(topic, List.of())) {
            fill(ground, messaging.ledger(topic), EVENTS);
            long start = System.nanoTime();
            messaging.start();
            return Ground.until(EVENTS, start, () -> messaging.published() == EVENTS);
        }
    }

    @Override
    public void close() {
        ground.close();
    }

    /** Fills a ledger before the clock runs. */
    static void fill(Ground ground, Ledger ledger, int events) {
        for (int done = 0; done < events; done += LEDGER_AT_ONCE) {
            ground.transactions()
                    .doInTransaction(
                            connection -> {
                                for (int i = 0; i < LEDGER_AT_ONCE; i++) {
                                    ledger.lockAndAppend(connection, Ground.event());
                                }
                            });
        }
    }
}
