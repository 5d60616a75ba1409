package org.hikeshi.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hikeshi.events.Topics;

/**
 * Somebody who came as far as the broker and says there what only a service may say, without any
 * service's key: a case that nobody knows is said to be published. Every service that hears of
 * publications puts the record aside, and the operations pages show it.
 */
final class Outsider {
    private static final UUID LIE = UUID.nameUUIDFromBytes("a case of nobody".getBytes(UTF_8));

    private final String broker;

    /**
     * @param broker {@code host:port} of Kafka
     */
    Outsider(String broker) {
        this.broker = broker;
    }

    /**
     * Says it; the same record, however often, is put aside once.
     *
     * @param at when it pretends to have been said
     */
    void lies(Instant at) throws InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker, "acks", "all", "max.block.ms", "15000");
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            producer.send(record(at)).get();
        } catch (ExecutionException away) {
            throw new IllegalStateException("the broker did not take the forged event", away);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Instant at) {
        String key = LIE.toString();
        JsonObject value =
                new JsonObject()
                        .put("caseId", key)
                        .put("advisory", key)
                        .put("publicId", "EX-SA-2026-0000")
                        .put("hash", "0".repeat(64))
                        .put("cves", new JsonArray())
                        .put("at", at.toString());
        var record =
                new ProducerRecord<>(
                        Topics.CASE_EVENTS, key.getBytes(UTF_8), value.encode().getBytes(UTF_8));
        headers(key, at).forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    private static Map<String, String> headers(String key, Instant at) {
        return new java.util.TreeMap<>(
                Map.of(
                        "content-type",
                        "application/json",
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        key,
                        "ce_source",
                        "disclosure",
                        "ce_type",
                        "org.hikeshi.disclosed.v1",
                        "ce_subject",
                        key,
                        "ce_time",
                        at.toString(),
                        "ce_correlationid",
                        key,
                        "ce_keyid",
                        "nobody",
                        "ce_signature",
                        Base64.getEncoder().encodeToString(new byte[64])));
    }
}
