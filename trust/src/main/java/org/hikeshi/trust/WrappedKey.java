package org.hikeshi.trust;

import java.util.Arrays;

/**
 * A {@link DataKey} sealed by a {@link MasterKey}: 66 bytes, safe to store beside what it opens.
 */
public final class WrappedKey {

    static final char KIND = 'W';

    private final byte[] bytes;

    private WrappedKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws NotOpened if these bytes do not even look like a wrapped key
     */
    public static WrappedKey of(byte[] bytes) {
        SealFormat.generation(KIND, bytes);
        return new WrappedKey(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Which generation of the master key wrapped it. */
    public int generation() {
        return SealFormat.generation(KIND, bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "WrappedKey of generation " + generation();
    }
}
