package org.hikeshi.release.device;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.hikeshi.trust.Sha256;

/**
 * The secret a device shows with every question. It is random or at least long, so a plain SHA-256
 * keeps it safe at rest, and looking for the hash tells nothing about the secret by its time.
 */
final class TargetToken {
    /** What a device can send in a header; long enough not to be guessed. */
    static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{20,128}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private TargetToken() {}

    /** A new one: 43 characters, 256 bits. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
