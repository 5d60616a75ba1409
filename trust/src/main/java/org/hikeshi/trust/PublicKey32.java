package org.hikeshi.trust;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key (RFC 8032): 32 raw bytes. Two are equal when their bytes are.
 *
 * <p>Verification is Bouncy Castle's lightweight one, many times faster than the JDK's; tests pin
 * it to the JDK and to OpenSSL.
 */
public final class PublicKey32 {

    /** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) is this prefix and the 32 bytes. */
    private static final byte[] SPKI_PREFIX = {
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };

    private final byte[] bytes;

    private PublicKey32(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if these are not 32 bytes that encode a point of full order
     */
    public static PublicKey32 of(byte[] raw) {
        if (raw.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException(
                    "an Ed25519 public key has 32 bytes, not " + raw.length);
        }
        if (!Ed25519.validatePublicKeyFull(raw, 0)) {
            throw new IllegalArgumentException("these 32 bytes are no Ed25519 public key");
        }
        return new PublicKey32(raw.clone());
    }

    /** True only for a 64-byte signature of exactly this message. Never throws. */
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, bytes, 0, message, 0, message.length);
    }

    /** The 32 raw bytes. */
    public byte[] raw() {
        return bytes.clone();
    }

    /** Standard base64 of the raw bytes, as key files carry it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** PEM {@code PUBLIC KEY} (RFC 8410), as {@code openssl pkeyutl -pubin -inkey} reads it. */
    public String pem() {
        byte[] der = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + bytes.length);
        System.arraycopy(bytes, 0, der, SPKI_PREFIX.length, bytes.length);
        return Pem.write("PUBLIC KEY", der);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey32 key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
