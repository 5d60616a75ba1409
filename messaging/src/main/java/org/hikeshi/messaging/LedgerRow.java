package org.hikeshi.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hikeshi.trust.SignedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger on its way out. The same row gives the same bytes for ever: everything on the
 * wire comes from the row, the service's name and the key id.
 *
 * @param position the order in which the rows of one key were decided
 * @param keyId of the key that signed; null while unsigned
 * @param signature raw Ed25519; null while unsigned
 */
record LedgerRow(
        long position,
        String topic,
        OutgoingEvent event,
        @Nullable String keyId,
        byte @Nullable [] signature) {

    LedgerRow signed(String kid, byte[] newSignature) {
        return new LedgerRow(position, topic, event, kid, newSignature);
    }

    /** What is signed when this source says it with this key. */
    byte[] toSign(String source, String kid) {
        return SignedRecord.of(
                        topic, event.key(), Headers.JSON, headers(source, kid), event.value())
                .bytes();
    }

    /** The record as every broker gets it. */
    ProducerRecord<byte[], byte[]> onTheWire(String source) {
        if (keyId == null || signature == null) {
            throw new IllegalStateException("an unsigned row does not leave");
        }
        var record =
                new ProducerRecord<>(
                        topic,
                        null,
                        event.time().toEpochMilli(),
                        event.key().getBytes(UTF_8),
                        event.value());
        SortedMap<String, String> headers = headers(source, keyId);
        headers.put(Headers.CONTENT_TYPE, Headers.JSON);
        headers.put(Headers.SIGNATURE, Base64.getEncoder().encodeToString(signature));
        headers.put(Headers.TRACE_PARENT, traceParent());
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private SortedMap<String, String> headers(String source, String kid) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put(Headers.SPECVERSION, "1.0");
        headers.put(Headers.ID, event.id().toString());
        headers.put(Headers.SOURCE, source);
        headers.put(Headers.TYPE, event.type());
        headers.put(Headers.SUBJECT, event.subject());
        headers.put(Headers.TIME, event.time().toString());
        headers.put(Headers.PARTITION_KEY, event.key());
        headers.put(Headers.CORRELATION_ID, event.correlationId().toString());
        if (event.causationId() != null) {
            headers.put(Headers.CAUSATION_ID, event.causationId().toString());
        }
        headers.put(Headers.KEY_ID, kid);
        return headers;
    }

    /**
     * W3C trace context that follows from the row alone: the correlation is the trace, the event
     * the span.
     */
    private String traceParent() {
        String trace = event.correlationId().toString().replace("-", "");
        String span = event.id().toString().replace("-", "").substring(16);
        return "00-" + trace + "-" + span + "-01";
    }
}
