package org.hikeshi.trust;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 private key (RFC 8032) with its key id. On disk: PKCS#8 PEM (RFC 8410), mode 0600, as
 * {@code openssl genpkey -algorithm ed25519} writes it. Never printed: {@link #toString} is the id.
 */
public final class SigningKey {

    /**
     * PKCS#8 of an Ed25519 key without attributes (RFC 8410 §7) is this prefix and the 32 bytes.
     */
    private static final byte[] PKCS8_PREFIX = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20
    };

    private static final String LABEL = "PRIVATE KEY";

    private final String kid;
    private final byte[] seed;
    private final PublicKey32 publicKey;

    private SigningKey(String kid, byte[] seed) {
        this.kid = KeyEntry.requireKid(kid);
        this.seed = seed;
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        this.publicKey = PublicKey32.of(point);
    }

    /**
     * A new key from the system's random source. {@code kid}: lower-case letters, digits, hyphens.
     */
    public static SigningKey generate(String kid) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(kid, seed);
    }

    static SigningKey ofSeed(String kid, byte[] seed) {
        return new SigningKey(kid, seed.clone());
    }

    /**
     * Reads a PKCS#8 PEM file; the key id is the file's name without its ending.
     *
     * @throws UnreadableKeyFile if the file is missing or is no Ed25519 private key
     */
    public static SigningKey read(Path pem) {
        String name = String.valueOf(pem.getFileName());
        int dot = name.lastIndexOf('.');
        return read(dot < 0 ? name : name.substring(0, dot), pem);
    }

    /** As {@link #read(Path)}, with the key id given. */
    public static SigningKey read(String kid, Path pem) {
        byte[] der =
                Pem.read(LABEL, SecretFile.read(pem))
                        .orElseThrow(
                                () -> new UnreadableKeyFile(pem, "has no PEM block PRIVATE KEY"));
        int length = PKCS8_PREFIX.length;
        if (der.length != length + Ed25519.SECRET_KEY_SIZE
                || !Arrays.equals(der, 0, length, PKCS8_PREFIX, 0, length)) {
            throw new UnreadableKeyFile(pem, "is no Ed25519 private key in PKCS#8 (RFC 8410)");
        }
        return new SigningKey(kid, Arrays.copyOfRange(der, length, der.length));
    }

    /** Writes this key as PKCS#8 PEM, atomically, mode 0600. */
    public void write(Path pem) {
        byte[] der = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + seed.length);
        System.arraycopy(seed, 0, der, PKCS8_PREFIX.length, seed.length);
        SecretFile.write(pem, Pem.write(LABEL, der).getBytes(StandardCharsets.US_ASCII));
    }

    /** The 64-byte signature; deterministic, so the same message gives the same bytes. */
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        byte[] point = publicKey.raw();
        Ed25519.sign(seed, 0, point, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** The same key under another id. */
    public SigningKey named(String otherKid) {
        return new SigningKey(otherKid, seed);
    }

    public String kid() {
        return kid;
    }

    public PublicKey32 publicKey() {
        return publicKey;
    }

    @Override
    public String toString() {
        return kid;
    }
}
