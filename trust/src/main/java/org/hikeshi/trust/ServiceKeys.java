package org.hikeshi.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes and renews the signing keys of services: the private half in a file of the service, the
 * public half in the directory that all share. Key ids are {@code <service>-1}, {@code -2}, …
 *
 * @param directory folder of the public keys
 */
public record ServiceKeys(Path directory) {

    /**
     * Makes what is missing and leaves alone what is there, so it may run at every start. A start
     * that was interrupted half-way is completed; a private key that was lost is replaced under a
     * new id.
     *
     * @param from first instant at which a key made now counts
     */
    public void make(String service, Path pem, Instant from) {
        KeyEntry.requireService(service);
        if (!Files.exists(pem)) {
            SigningKey.generate(service).write(pem);
        }
        SigningKey key = SigningKey.read(service, pem);
        KeyDirectory known = known();
        if (!known.lists(service, key.publicKey())) {
            list(key.named(nextKid(known, service)), service, from);
        }
    }

    /**
     * Gives a service a new key; it signs with it from its next start on. The new key is listed
     * first and the old one retired last, so an interruption leaves no moment in which nothing
     * counts. Both count for {@code overlap} around {@code now}: the new one for facts decided
     * before and signed after, the old one until the service was started anew.
     */
    public SigningKey rotate(String service, Path pem, Instant now, Duration overlap) {
        List<KeyEntry> before = known().entries();
        SigningKey fresh = SigningKey.generate(nextKid(known(), service));
        list(fresh, service, now.minus(overlap));
        fresh.write(pem);
        before.stream()
                .filter(entry -> entry.service().equals(service) && entry.until() == null)
                .map(entry -> entry.retiredAt(now.plus(overlap)))
                .forEach(entry -> KeyDirectory.write(directory, entry));
        return fresh;
    }

    private KeyDirectory known() {
        return Files.exists(directory) ? KeyDirectory.read(directory) : KeyDirectory.of(List.of());
    }

    private void list(SigningKey key, String service, Instant from) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        KeyDirectory.write(
                directory, new KeyEntry(key.kid(), service, key.publicKey(), second, null, null));
    }

    private static String nextKid(KeyDirectory known, String service) {
        int number = 1;
        while (known.find(service + "-" + number).isPresent()) {
            number++;
        }
        return service + "-" + number;
    }
}
