package org.hikeshi.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hikeshi.events.CatalogueEvent;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.events.Topics;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.ServiceTokens;
import org.hikeshi.trust.SignedRecord;

/**
 * Another service, as far as the one under test can tell: it says facts on the real broker with its
 * own key, and shows tokens of its own. For tests with {@link RunningParts}.
 */
public final class Neighbour {
    private static final EventCodec CODEC = new EventCodec();

    private final ServiceIdentity identity;
    private final String broker;

    private Neighbour(ServiceIdentity identity, String broker) {
        this.identity = identity;
        this.broker = broker;
    }

    /** The service of that name. */
    public static Neighbour named(String service) {
        Config config = ConfigProvider.getConfig();
        Path keys = Path.of(config.getValue("hikeshi.key-directory", String.class));
        return new Neighbour(
                ServiceIdentity.load(service, keys.resolveSibling(service + ".pem"), keys),
                config.getValue("hikeshi.kafka", String.class));
    }

    /** Says a fact; it is on the broker when this returns. Returns the event's id. */
    public UUID says(SaidEvent event) {
        UUID id = EventIds.next(Instant.now());
        says(id, event);
        return id;
    }

    /** Says a fact under this id, for saying it twice. */
    public void says(UUID id, SaidEvent event) {
        String topic =
                event instanceof CatalogueEvent ? Topics.PRODUCT_CATALOGUE : Topics.CASE_EVENTS;
        byte[] value = CODEC.encode(event);
        Map<String, String> headers = new TreeMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", identity.service());
        headers.put("ce_type", event.type());
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        headers.put("ce_partitionkey", event.key());
        headers.put("ce_correlationid", id.toString());
        headers.put("ce_keyid", identity.key().kid());
        byte[] signed =
                identity.sign(
                        SignedRecord.of(topic, event.key(), EventCodec.CONTENT_TYPE, headers, value)
                                .bytes());
        headers.put("content-type", EventCodec.CONTENT_TYPE);
        headers.put("ce_signature", Base64.getEncoder().encodeToString(signed));
        var record = new ProducerRecord<>(topic, event.key().getBytes(UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(record);
            producer.flush();
        }
    }

    /** A token for one call to {@code audience}, as {@code Authorization} header. */
    public String bearer(String audience) {
        return "Bearer " + new ServiceTokens(identity, Clock.systemUTC()).issue(audience);
    }
}
