package org.hikeshi.trust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The canonical form of everything that is hashed or signed (ADR 0101). Writes fields so that no
 * two different lists of fields give the same bytes: each field is its length as four bytes,
 * big-endian, then its bytes. Without the lengths ("ab","c") and ("a","bc") would sign alike.
 */
public final class LengthPrefixed {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    public LengthPrefixed add(byte[] field) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        out.writeBytes(field);
        return this;
    }

    /** As its UTF-8 bytes. */
    public LengthPrefixed add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
