package org.hikeshi.trust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes fields so that no two different lists of fields give the same bytes: each field is its
 * length as four bytes, big-endian, then its bytes. Without the lengths ("ab","c") and ("a","bc")
 * would sign alike.
 */
final class LengthPrefixed {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    LengthPrefixed add(byte[] field) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        out.writeBytes(field);
        return this;
    }

    LengthPrefixed add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
