package org.hikeshi.trust;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * Where the launcher keeps the keys of one machine: per service a signing key and a master keystore
 * with its password file, the directory of public keys that all share, and the secret of access
 * keys. All files are 0600. Paths only; nothing is held in memory.
 *
 * <pre>
 * keys/&lt;kid&gt;.json            public keys, mounted by every service
 * private/&lt;service&gt;.pem      signing key
 * master/&lt;service&gt;.p12       master key
 * master/&lt;service&gt;.password  its password
 * intake.secret              32 bytes, access keys
 * </pre>
 */
public record TrustStore(Path folder) {

    private static final int SECRET_BYTES = 32;

    /**
     * Makes whatever of these is missing and leaves alone what is there, so it may run at every
     * start. A start that was interrupted half-way is completed.
     *
     * @param now start of validity of keys made now
     */
    public static TrustStore createForLauncher(
            Path folder, Collection<String> services, Instant now) {
        TrustStore store = new TrustStore(folder);
        for (String service : services) {
            store.createSigningKey(service, now.truncatedTo(ChronoUnit.SECONDS));
            store.createMasterKey(service);
        }
        if (!Files.exists(store.intakeSecret())) {
            SecretFile.write(store.intakeSecret(), random());
        }
        return store;
    }

    public Path keyDirectory() {
        return folder.resolve("keys");
    }

    public Path signingKey(String service) {
        return folder.resolve("private").resolve(service + ".pem");
    }

    public Path masterKeystore(String service) {
        return folder.resolve("master").resolve(service + ".p12");
    }

    public Path masterPassword(String service) {
        return folder.resolve("master").resolve(service + ".password");
    }

    public Path intakeSecret() {
        return folder.resolve("intake.secret");
    }

    /** The password in a file, without a line end. */
    public static char[] readPassword(Path file) {
        return new String(SecretFile.read(file), StandardCharsets.UTF_8).strip().toCharArray();
    }

    /**
     * Gives a service a new signing key; it signs with it from its next start on. The directory is
     * written first and the old key retired last, so that an interruption leaves no moment in which
     * nothing counts. Both keys count for {@code overlap} around {@code now}: the new one for facts
     * decided before and signed after, the old one until the service was started anew.
     */
    public SigningKey rotateSigningKey(String service, Instant now, Duration overlap) {
        KeyDirectory before = KeyDirectory.read(keyDirectory());
        SigningKey fresh = SigningKey.generate(nextKid(before, service));
        list(fresh, service, now.minus(overlap));
        fresh.write(signingKey(service));
        before.entries().stream()
                .filter(entry -> entry.service().equals(service) && entry.until() == null)
                .map(entry -> entry.retiredAt(now.plus(overlap)))
                .forEach(entry -> KeyDirectory.write(keyDirectory(), entry));
        return fresh;
    }

    private void createSigningKey(String service, Instant from) {
        KeyEntry.requireService(service);
        Path pem = signingKey(service);
        if (!Files.exists(pem)) {
            SigningKey.generate(service).write(pem);
        }
        SigningKey key = SigningKey.read(service, pem);
        KeyDirectory directory =
                Files.exists(keyDirectory())
                        ? KeyDirectory.read(keyDirectory())
                        : KeyDirectory.of(List.of());
        if (!directory.lists(service, key.publicKey())) {
            list(key.named(nextKid(directory, service)), service, from);
        }
    }

    private void list(SigningKey key, String service, Instant from) {
        KeyDirectory.write(
                keyDirectory(),
                new KeyEntry(key.kid(), service, key.publicKey(), from, null, null));
    }

    private static String nextKid(KeyDirectory directory, String service) {
        int number = 1;
        while (directory.find(service + "-" + number).isPresent()) {
            number++;
        }
        return service + "-" + number;
    }

    private void createMasterKey(String service) {
        Path password = masterPassword(service);
        if (!Files.exists(password)) {
            String text = Crockford.encode(random(), 130);
            SecretFile.write(password, text.getBytes(StandardCharsets.US_ASCII));
        }
        if (!Files.exists(masterKeystore(service))) {
            MasterKey.create(masterKeystore(service), readPassword(password));
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
