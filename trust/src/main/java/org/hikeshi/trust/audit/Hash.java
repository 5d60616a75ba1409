package org.hikeshi.trust.audit;

import java.util.HexFormat;
import org.hikeshi.trust.Sha256;

/**
 * A SHA-256, or whatever stands in its place in a row that somebody has tampered with.
 *
 * @param hex lower-case hexadecimal digits, 64 of them in a sound row
 */
public record Hash(String hex) {
    /** What comes before the first row and before the first checkpoint: 32 zero bytes. */
    public static final Hash NONE = new Hash("0".repeat(64));

    /**
     * @throws IllegalArgumentException if these are no lower-case pairs of hexadecimal digits
     */
    public Hash {
        if (!hex.equals(HexFormat.of().formatHex(HexFormat.of().parseHex(hex)))) {
            throw new IllegalArgumentException("a hash is written in lower-case hex");
        }
    }

    /** The hash that these bytes are. */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The SHA-256 of these bytes. */
    static Hash over(byte[] content) {
        return of(Sha256.of(content));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
