package org.hikeshi.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The public keys of all services, one file {@code <kid>.json} each, the same folder for all. Old
 * keys stay for ever, for what they signed stays readable.
 *
 * <p>The folder is read again by itself: ten seconds after the last reading at the latest, so that
 * a key marked compromised stops counting in running services, and at once for an unknown key id
 * (but not more than once a second), so that a new key counts. If it cannot be read then, the keys
 * known so far stay in force and a warning names the file. Safe for many threads.
 */
public final class KeyDirectory {

    private static final System.Logger LOG = System.getLogger(KeyDirectory.class.getName());
    private static final long STALE = Duration.ofSeconds(10).toNanos();
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private final Supplier<Map<String, KeyEntry>> source;
    private final LongSupplier nanoTime;
    private final AtomicLong readAt;
    private volatile Map<String, KeyEntry> byKid;

    private KeyDirectory(Supplier<Map<String, KeyEntry>> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.readAt = new AtomicLong(nanoTime.getAsLong());
        this.byKid = source.get();
    }

    /**
     * Reads every {@code *.json} of the folder.
     *
     * @throws UnreadableKeyFile naming the first file that is not a key file
     */
    public static KeyDirectory read(Path folder) {
        return read(folder, System::nanoTime);
    }

    static KeyDirectory read(Path folder, LongSupplier nanoTime) {
        return new KeyDirectory(() -> readAll(folder), nanoTime);
    }

    /** A directory that lives in memory only. */
    public static KeyDirectory of(Collection<KeyEntry> entries) {
        Map<String, KeyEntry> all = new TreeMap<>();
        entries.forEach(entry -> all.put(entry.kid(), entry));
        Map<String, KeyEntry> fixed = Map.copyOf(all);
        return new KeyDirectory(() -> fixed, System::nanoTime);
    }

    /**
     * Reads the folder again now. If a file is damaged the keys known so far stay in force and the
     * error is thrown.
     */
    public void refresh() {
        readAt.set(nanoTime.getAsLong());
        readAgain();
    }

    /**
     * Judges a signature.
     *
     * @param service who is said to have signed
     * @param at the time the signed thing itself claims ({@code ce_time} of a record)
     */
    public Verdict verify(
            String kid, String service, Instant at, byte[] message, byte[] signature) {
        return find(kid)
                .map(entry -> entry.judge(service, at, message, signature))
                .orElse(Verdict.UNKNOWN_KEY);
    }

    /** Whose key this is, if it is known. */
    public Optional<KeyEntry> find(String kid) {
        refreshIfOlderThan(byKid.containsKey(kid) ? STALE : SOON);
        return Optional.ofNullable(byKid.get(kid));
    }

    /** All keys, by key id. */
    public List<KeyEntry> entries() {
        return byKid.values().stream().sorted(Comparator.comparing(KeyEntry::kid)).toList();
    }

    boolean lists(String service, PublicKey32 key) {
        return byKid.values().stream()
                .anyMatch(
                        entry -> entry.service().equals(service) && entry.publicKey().equals(key));
    }

    /** Writes the file of one key into a directory's folder, atomically. */
    public static void write(Path folder, KeyEntry entry) {
        SecretFile.write(folder.resolve(entry.kid() + ".json"), KeyFile.write(entry));
    }

    private void refreshIfOlderThan(long age) {
        long last = readAt.get();
        long now = nanoTime.getAsLong();
        // One thread reads; the others go on with what is known.
        if (now - last >= age && readAt.compareAndSet(last, now)) {
            try {
                readAgain();
            } catch (UnreadableKeyFile e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "key directory not read again: {0}",
                        e.getMessage());
            }
        }
    }

    /** One after another, so that an older reading never replaces a newer one. */
    private synchronized void readAgain() {
        byKid = source.get();
    }

    private static Map<String, KeyEntry> readAll(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        } catch (IOException e) {
            throw new UnreadableKeyFile(folder, "cannot be listed", e);
        }
        Map<String, KeyEntry> all = new TreeMap<>();
        for (Path file : files) {
            KeyEntry entry = KeyFile.read(file);
            all.put(entry.kid(), entry);
        }
        return Map.copyOf(all);
    }
}
