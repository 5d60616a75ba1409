package org.hikeshi.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record exactly as the broker gave it, judged by nobody yet; what a parked row keeps.
 *
 * @param key null if the record has none
 * @param value null if the record has none (a tombstone)
 */
record RawRecord(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        List<Header> headers,
        byte @Nullable [] value) {

    record Header(String name, byte @Nullable [] value) {}

    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        List<Header> headers = new ArrayList<>(16);
        record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headers,
                record.value());
    }

    /** The key as text for ordering and parking; an unreadable or absent one is a key as well. */
    String keyText() {
        return key == null ? "" : new String(key, UTF_8).replace('\0', '\uFFFD');
    }

    /** The last header of a name as text, however broken; null if there is none. */
    @Nullable String header(String name) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            byte[] found = headers.get(i).value();
            if (headers.get(i).name().equals(name) && found != null) {
                return new String(found, UTF_8);
            }
        }
        return null;
    }

    int size() {
        int size = 200 + (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        for (Header header : headers) {
            byte[] text = header.value();
            size += 50 + header.name().length() + (text == null ? 0 : text.length);
        }
        return size;
    }

    /** Key, headers and value in a form of our own: each as length (-1 for none) and bytes. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream(size());
        try (var out = new DataOutputStream(bytes)) {
            put(out, key);
            put(out, value);
            out.writeInt(headers.size());
            for (Header header : headers) {
                put(out, header.name().getBytes(UTF_8));
                put(out, header.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RawRecord read(String topic, int partition, long offset, byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] key = get(in);
            byte[] value = get(in);
            List<Header> headers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                byte[] name = get(in);
                headers.add(new Header(name == null ? "" : new String(name, UTF_8), get(in)));
            }
            return new RawRecord(topic, partition, offset, key, headers, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the same record wherever in the log it lies; 32 bytes. */
    byte[] sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(topic.getBytes(UTF_8));
            digest.update((byte) 0);
            return digest.digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] get(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
