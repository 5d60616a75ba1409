package org.hikeshi.trust;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bytes that a service signs for one Kafka record (ADR 0101): a fixed first word, topic, key,
 * content type, every CloudEvents header but the signature as name and value in the order of their
 * names, and the SHA-256 of the value; each field with its length before it. Headers that do not
 * begin with {@code ce_} (trace context) are not covered.
 *
 * <p>Names and values are text. Whoever reads them from a broker decodes UTF-8 strictly and refuses
 * a record that has one name twice: otherwise two different records could give the same bytes.
 */
public record SignedRecord(
        String topic,
        String key,
        String contentType,
        SortedMap<String, String> headers,
        byte[] valueSha256) {

    /** The header that carries the signature, and is therefore not part of what is signed. */
    public static final String SIGNATURE_HEADER = "ce_signature";

    private static final String FIRST_WORD = "hikeshi-record-v1";
    private static final String COVERED = "ce_";

    public SignedRecord {
        if (valueSha256.length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes");
        }
        SortedMap<String, String> covered = new TreeMap<>();
        headers.forEach(
                (name, value) -> {
                    if (name.startsWith(COVERED) && !name.equals(SIGNATURE_HEADER)) {
                        covered.put(name, value);
                    }
                });
        headers = Collections.unmodifiableSortedMap(covered);
        valueSha256 = valueSha256.clone();
    }

    /** The canonical form of a record with this value; headers not covered are left out. */
    public static SignedRecord of(
            String topic,
            String key,
            String contentType,
            Map<String, String> headers,
            byte[] value) {
        return new SignedRecord(topic, key, contentType, new TreeMap<>(headers), Sha256.of(value));
    }

    /** What is signed. */
    public byte[] bytes() {
        LengthPrefixed form =
                new LengthPrefixed().add(FIRST_WORD).add(topic).add(key).add(contentType);
        form.add(Integer.toString(headers.size()));
        headers.forEach((name, value) -> form.add(name).add(value));
        return form.add(valueSha256).bytes();
    }

    @Override
    public byte[] valueSha256() {
        return valueSha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedRecord record && Arrays.equals(bytes(), record.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "record on " + topic;
    }
}
