package org.hikeshi.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.SignedRecord;
import org.hikeshi.trust.Verdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in what is signed by the service that may say it, judged at the time the event itself
 * states.
 */
final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final long REFRESH_MILLIS = 1_000;

    private final KeyDirectory directory;
    private final Function<String, Set<String>> speakers;
    private final InstantSource clock;
    private final AtomicLong refreshedAt = new AtomicLong(Long.MIN_VALUE / 2);

    /**
     * @param speakers the services whose word counts for a type
     */
    Door(KeyDirectory directory, Function<String, Set<String>> speakers, InstantSource clock) {
        this.directory = directory;
        this.speakers = speakers;
        this.clock = clock;
    }

    Admission admit(RawRecord record) {
        Map<String, String> headers = new HashMap<>();
        String key;
        try {
            for (RawRecord.Header header : record.headers()) {
                if (headers.put(header.name(), strict(header.value())) != null) {
                    return new Admission.Forged("header-twice");
                }
            }
            key = strict(record.key());
        } catch (CharacterCodingException e) {
            return new Admission.Forged("not-utf-8");
        }
        return judge(record, key, headers);
    }

    private Admission judge(RawRecord record, String key, Map<String, String> headers) {
        String type = headers.getOrDefault(Headers.TYPE, "");
        String speaker = headers.getOrDefault(Headers.SOURCE, "");
        if (!speakers.apply(type).contains(speaker)) {
            return new Admission.Forged("wrong-speaker");
        }
        byte[] value = record.value() == null ? new byte[0] : record.value();
        byte[] signature;
        Instant time;
        try {
            signature = Base64.getDecoder().decode(headers.getOrDefault(Headers.SIGNATURE, ""));
            time = Instant.parse(headers.getOrDefault(Headers.TIME, ""));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Admission.Forged("no-signature-or-time");
        }
        String contentType = headers.getOrDefault(Headers.CONTENT_TYPE, "");
        byte[] message = SignedRecord.of(record.topic(), key, contentType, headers, value).bytes();
        Verdict verdict =
                verify(headers.getOrDefault(Headers.KEY_ID, ""), speaker, time, message, signature);
        if (!verdict.isValid()) {
            return new Admission.Forged(
                    verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        return read(record, key, time, headers);
    }

    /** A key that is not known may have come into the directory a moment ago. */
    private Verdict verify(
            String kid, String speaker, Instant at, byte[] message, byte[] signature) {
        Verdict verdict = directory.verify(kid, speaker, at, message, signature);
        if (verdict == Verdict.UNKNOWN_KEY && mayRefresh()) {
            try {
                directory.refresh();
            } catch (RuntimeException e) {
                LOG.warn("the key directory cannot be read again: {}", e.getMessage());
            }
            verdict = directory.verify(kid, speaker, at, message, signature);
        }
        return verdict;
    }

    private boolean mayRefresh() {
        long now = clock.millis();
        long last = refreshedAt.get();
        return now - last >= REFRESH_MILLIS && refreshedAt.compareAndSet(last, now);
    }

    private static Admission read(
            RawRecord record, String key, Instant time, Map<String, String> headers) {
        if (!"1.0".equals(headers.get(Headers.SPECVERSION))) {
            return new Admission.Unreadable("ce_specversion is not 1.0");
        }
        if (!Headers.JSON.equals(headers.get(Headers.CONTENT_TYPE))) {
            return new Admission.Unreadable("content-type is not " + Headers.JSON);
        }
        if (key.isEmpty() || record.value() == null) {
            return new Admission.Unreadable("no key or no value");
        }
        try {
            String causation = headers.get(Headers.CAUSATION_ID);
            return new Admission.Admitted(
                    new IncomingEvent(
                            UUID.fromString(headers.getOrDefault(Headers.ID, "")),
                            headers.getOrDefault(Headers.TYPE, ""),
                            headers.getOrDefault(Headers.SOURCE, ""),
                            key,
                            headers.getOrDefault(Headers.SUBJECT, ""),
                            time,
                            UUID.fromString(headers.getOrDefault(Headers.CORRELATION_ID, "")),
                            causation == null ? null : UUID.fromString(causation),
                            record.value()));
        } catch (IllegalArgumentException e) {
            return new Admission.Unreadable("ce_id, ce_correlationid or ce_causationid is no UUID");
        }
    }

    private static String strict(byte @Nullable [] bytes) throws CharacterCodingException {
        return bytes == null ? "" : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
