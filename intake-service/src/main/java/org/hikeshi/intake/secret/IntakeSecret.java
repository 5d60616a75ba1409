package org.hikeshi.intake.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hikeshi.trust.AccessKeys;

/** The file of random bytes behind {@code HIKESHI_INTAKE_SECRET_FILE}; never printed. */
public final class IntakeSecret {

    private final byte[] secret;

    /**
     * @param secret at least 32 random bytes
     */
    public IntakeSecret(byte[] secret) {
        this.secret = secret.clone();
        accessKeys();
    }

    public static IntakeSecret load(Path file) {
        try {
            return new IntakeSecret(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the intake secret cannot be read", unreadable);
        }
    }

    public AccessKeys accessKeys() {
        return new AccessKeys(secret);
    }

    /**
     * HMAC-SHA-256 of a message under a sub-key of its own.
     *
     * @param purpose fixed word that keeps uses apart
     */
    public byte[] mark(String purpose, byte[] message) {
        return hmac(subKey(purpose), message);
    }

    /** 32 bytes that only this purpose uses. */
    byte[] subKey(String purpose) {
        return hmac(secret, ("hikeshi intake " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "IntakeSecret";
    }
}
