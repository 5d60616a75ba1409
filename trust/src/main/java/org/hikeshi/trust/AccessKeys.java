package org.hikeshi.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A reporter's key to the own report: the first 130 bits of HMAC-SHA-256(intake secret, report id ‖
 * generation) as 26 Crockford characters (design §5). Derived whenever needed; stored is only the
 * generation, and raising it makes the old key worthless.
 */
public final class AccessKeys {

    private static final int SECRET_BYTES = 32;
    private static final int BITS = 130;

    private final SecretKeySpec secret;

    /**
     * @param secret at least 32 random bytes
     */
    public AccessKeys(byte[] secret) {
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException("the secret of access keys has at least 32 bytes");
        }
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * Reads the secret from a file of raw bytes.
     *
     * @throws UnreadableKeyFile if it is missing or too short
     */
    public static AccessKeys load(Path secretFile) {
        byte[] secret = SecretFile.read(secretFile);
        if (secret.length < SECRET_BYTES) {
            throw new UnreadableKeyFile(secretFile, "is shorter than 32 bytes");
        }
        return new AccessKeys(secret);
    }

    /** The key of this report in this generation: 26 characters without hyphens. */
    public String derive(UUID reportId, int generation) {
        byte[] message =
                ByteBuffer.allocate(20)
                        .putLong(reportId.getMostSignificantBits())
                        .putLong(reportId.getLeastSignificantBits())
                        .putInt(generation)
                        .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return Crockford.encode(mac.doFinal(message), BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK must have HmacSHA256", e);
        }
    }

    /**
     * Whether {@code given}, forgivingly read, is that key; in time that does not tell how nearly.
     */
    public boolean matches(String given, UUID reportId, int generation) {
        String meant = Crockford.forgive(given).orElse("");
        return MessageDigest.isEqual(
                meant.getBytes(StandardCharsets.US_ASCII),
                derive(reportId, generation).getBytes(StandardCharsets.US_ASCII));
    }
}
