package org.hikeshi.trust;

import java.security.SecureRandom;

/**
 * An AES-256 key that seals the secrets of one report or case. Stored only wrapped by the {@link
 * MasterKey}; who destroys the wrapped key has forgotten all that it sealed. Good for 2³² values,
 * far more than a case will hold. Never printed.
 */
public final class DataKey {

    private static final char SEALED_VALUE = 'S';

    private final byte[] bytes;

    private DataKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new key from the system's random source. */
    public static DataKey generate() {
        byte[] bytes = new byte[AesGcm.KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new DataKey(bytes);
    }

    static DataKey of(byte[] bytes) {
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new NotOpened("a data key has 32 bytes");
        }
        return new DataKey(bytes.clone());
    }

    /** Seals {@code plain} for one place; each call gives other bytes. 34 bytes longer than it. */
    public byte[] seal(byte[] plain, SealedAt at) {
        return SealFormat.seal(SEALED_VALUE, 0, bytes, at.additionalData(), plain);
    }

    /**
     * @throws NotOpened for another key or place, and for changed bytes
     */
    public byte[] open(byte[] sealed, SealedAt at) {
        return SealFormat.open(SEALED_VALUE, bytes, at.additionalData(), sealed);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "DataKey";
    }
}
