package org.hikeshi.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a signed-in person's browser carries, with one key that all services of an
 * installation share: who signs in at one is known at each, and nothing is stored. A value opens
 * only for the purpose it was sealed for.
 */
public final class SessionSeal {

    /** Name of the cookie that carries a session. */
    public static final String COOKIE = "hikeshi-session";

    private static final SealedAt SESSION = SealedAt.of("cookie", "session", "staff");
    private static final SealedAt BROWSER = SealedAt.of("cookie", "known-browser", "staff");
    private static final SealedAt LAST = SealedAt.of("cookie", "last-person", "staff");
    private static final int MOST_CHARACTERS = 1024;
    private static final int LONGEST_FORM = 512 * 1024;

    private final DataKey key;

    private SessionSeal(DataKey key) {
        this.key = key;
    }

    /**
     * With a key of this process alone: its sessions end with it and no other service reads them.
     */
    public static SessionSeal ofThisProcess() {
        return new SessionSeal(DataKey.generate());
    }

    /** Makes the file of the shared key (0600). */
    public static void create(Path file) {
        SecretFile.write(file, Base64.getEncoder().encode(DataKey.generate().bytes()));
    }

    /**
     * With the shared key.
     *
     * @throws UnreadableKeyFile if the file is missing or holds no such key
     */
    public static SessionSeal read(Path file) {
        try {
            String text = new String(SecretFile.read(file), StandardCharsets.US_ASCII).strip();
            return new SessionSeal(DataKey.of(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException | NotOpened e) {
            throw new UnreadableKeyFile(file, "is no session key");
        }
    }

    /**
     * A secret for another purpose, made of the shared key and telling nothing of it (HMAC-SHA-256,
     * base64url, 43 characters).
     *
     * @throws UnreadableKeyFile if the file is missing or holds no such key
     */
    public static String derive(Path file, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(read(file).key.bytes(), "HmacSHA256"));
            return text(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A session: who, since when, and when last seen.
     *
     * @param person staff id
     */
    public record Session(String person, Instant since, Instant seen) {}

    /** As cookie value: base64url without padding. */
    public String seal(Session session) {
        return seal(session, SESSION);
    }

    /** Names who signed in last on a browser, and when; opens no page. */
    public String sealLast(Session session) {
        return seal(session, LAST);
    }

    private String seal(Session session, SealedAt purpose) {
        byte[] name = session.person().getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(16 + name.length);
        plain.putLong(session.since().toEpochMilli()).putLong(session.seen().toEpochMilli());
        plain.put(name);
        return text(key.seal(plain.array(), purpose));
    }

    /** Empty for whatever this key did not seal; the times are not judged here. */
    public Optional<Session> open(String cookie) {
        return open(cookie, SESSION);
    }

    /** Empty for whatever {@link #sealLast} did not make. */
    public Optional<Session> openLast(String cookie) {
        return open(cookie, LAST);
    }

    private Optional<Session> open(String cookie, SealedAt purpose) {
        return bytes(cookie, purpose)
                .filter(plain -> plain.remaining() > 16)
                .map(
                        plain -> {
                            Instant since = Instant.ofEpochMilli(plain.getLong());
                            Instant seen = Instant.ofEpochMilli(plain.getLong());
                            String person = StandardCharsets.UTF_8.decode(plain).toString();
                            return new Session(person, since, seen);
                        });
    }

    /** Marks a browser on which this person signed in before. */
    public String sealBrowserOf(String person) {
        return text(key.seal(person.getBytes(StandardCharsets.UTF_8), BROWSER));
    }

    /** Whether this person signed in on this browser before. */
    public boolean isBrowserOf(String person, String cookie) {
        return bytes(cookie, BROWSER)
                .map(plain -> StandardCharsets.UTF_8.decode(plain).toString())
                .filter(person::equals)
                .isPresent();
    }

    /** What a person sent and could not be taken: opens for this person alone. */
    public String sealForm(String person, byte[] form) {
        return text(key.seal(form, form(person)));
    }

    /** Empty for whatever was not sealed for this very person. */
    public Optional<ByteBuffer> openForm(String person, String closed) {
        return bytes(closed, form(person), LONGEST_FORM);
    }

    private static SealedAt form(String person) {
        return SealedAt.of("page", "kept-form", person);
    }

    private Optional<ByteBuffer> bytes(String cookie, SealedAt purpose) {
        return bytes(cookie, purpose, MOST_CHARACTERS);
    }

    private Optional<ByteBuffer> bytes(String given, SealedAt purpose, int longest) {
        if (given.length() > longest) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(given);
            return Optional.of(ByteBuffer.wrap(key.open(sealed, purpose)));
        } catch (IllegalArgumentException | NotOpened foreign) {
            return Optional.empty();
        }
    }

    private static String text(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }
}
