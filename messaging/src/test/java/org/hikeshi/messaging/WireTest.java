package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The bytes between services: CloudEvents 1.0, Kafka binary mode. */
class WireTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID CORRELATION = UUID.fromString("7f000001-0000-4000-8000-000000000001");

    private final LedgerRow row =
            new LedgerRow(
                            1,
                            "case-events",
                            new OutgoingEvent(
                                    ID,
                                    "org.hikeshi.test-said.v1",
                                    "key",
                                    "subject",
                                    Instant.parse("2026-04-01T09:00:00.123456789Z"),
                                    CORRELATION,
                                    null,
                                    new byte[] {'{', '}'}),
                            null,
                            null)
                    .signed("teller-1", new byte[64]);

    @Test
    void headersAreThoseOfTheContract() {
        Map<String, String> headers = new TreeMap<>();
        row.onTheWire("teller")
                .headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));

        assertThat(headers)
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", ID.toString())
                .containsEntry("ce_source", "teller")
                .containsEntry("ce_type", "org.hikeshi.test-said.v1")
                .containsEntry("ce_subject", "subject")
                .containsEntry("ce_time", "2026-04-01T09:00:00.123456Z")
                .containsEntry("ce_partitionkey", "key")
                .containsEntry("ce_correlationid", CORRELATION.toString())
                .containsEntry("ce_keyid", "teller-1")
                .containsEntry(
                        "traceparent", "00-7f000001000040008000000000000001-bcceb302099a8057-01")
                .containsKey("ce_signature")
                .hasSize(12);
    }

    @Test
    void theSameRowGivesTheSameBytesAgain() {
        ProducerRecord<byte[], byte[]> once = row.onTheWire("teller");
        ProducerRecord<byte[], byte[]> again = row.onTheWire("teller");

        assertThat(again.headers()).isEqualTo(once.headers());
        assertThat(again.value()).isEqualTo(once.value());
        assertThat(again.timestamp()).isEqualTo(once.timestamp());
    }

    @Test
    void anUnsignedRowDoesNotLeave() {
        LedgerRow unsigned = new LedgerRow(1, "t", row.event(), null, null);

        assertThatThrownBy(() -> unsigned.onTheWire("teller"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aParkedRecordReadsBackAsItCame() {
        RawRecord record =
                new RawRecord(
                        "t",
                        3,
                        9,
                        null,
                        List.of(
                                new RawRecord.Header("a", null),
                                new RawRecord.Header("a", new byte[] {1})),
                        new byte[0]);
        RawRecord back = RawRecord.read("t", 3, 9, record.bytes());

        assertThat(back.bytes()).isEqualTo(record.bytes());
        assertThat(back.key()).isNull();
        assertThat(back.sha256()).isEqualTo(record.sha256());
        assertThat(back.sha256()).isNotEqualTo(RawRecord.read("u", 3, 9, record.bytes()).sha256());
    }

    @Test
    void eventIdsAreVersionSevenAndCarryTheTime() {
        Instant now = Instant.parse("2026-04-01T09:00:00.123Z");
        UUID id = EventIds.next(now);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
        assertThat(EventIds.next(now)).isNotEqualTo(id);
    }

    @Test
    void guaranteesCannotBeConfiguredAway() {
        assertThatThrownBy(() -> new KafkaClients("x:1", Map.of("acks", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acks must be all, not 1");
        assertThatThrownBy(() -> new KafkaClients("x:1", Map.of("enable.auto.commit", "true")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
