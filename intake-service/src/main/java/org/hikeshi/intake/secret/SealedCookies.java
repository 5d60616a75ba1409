package org.hikeshi.intake.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Values that a browser carries for us and can neither read nor change: AES-256-GCM, an end in time
 * inside. Each use has its own key, so a cookie of one page is worth nothing at another.
 */
public final class SealedCookies {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 2_000;

    private final SecretKeySpec key;
    private final Duration life;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param purpose fixed word of the page that uses it
     * @param life how long a value is good after sealing
     */
    public SealedCookies(IntakeSecret secret, String purpose, Duration life, InstantSource clock) {
        this.key = new SecretKeySpec(secret.subKey("cookie " + purpose), "AES");
        this.life = life;
        this.clock = clock;
    }

    /** Text of base64url characters. */
    public String seal(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] plain =
                ByteBuffer.allocate(Long.BYTES + text.length)
                        .putLong(clock.instant().plus(life).toEpochMilli())
                        .put(text)
                        .array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            byte[] all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /** The value again; empty if it is not ours, was changed, or its time is over. */
    public Optional<String> open(String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            if (all.length <= NONCE) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE));
            ByteBuffer plain = ByteBuffer.wrap(cipher.doFinal(all, NONCE, all.length - NONCE));
            boolean over = Instant.ofEpochMilli(plain.getLong()).isBefore(clock.instant());
            return over
                    ? Optional.empty()
                    : Optional.of(StandardCharsets.UTF_8.decode(plain).toString());
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** How long a browser is to keep the cookie. */
    public Duration life() {
        return life;
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
