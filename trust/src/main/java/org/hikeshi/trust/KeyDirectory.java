package org.hikeshi.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The public keys of all services, one file {@code <kid>.json} each, the same folder for all. Old
 * keys stay for ever, for what they signed stays readable. Immutable between two calls of {@link
 * #refresh}; safe for many threads.
 */
public final class KeyDirectory {

    private final Supplier<Map<String, KeyEntry>> source;
    private volatile Map<String, KeyEntry> byKid;

    private KeyDirectory(Supplier<Map<String, KeyEntry>> source) {
        this.source = source;
        this.byKid = source.get();
    }

    /**
     * Reads every {@code *.json} of the folder.
     *
     * @throws UnreadableKeyFile naming the first file that is not a key file
     */
    public static KeyDirectory read(Path folder) {
        return new KeyDirectory(() -> readAll(folder));
    }

    /** A directory that lives in memory only. */
    public static KeyDirectory of(Collection<KeyEntry> entries) {
        Map<String, KeyEntry> all = new TreeMap<>();
        entries.forEach(entry -> all.put(entry.kid(), entry));
        Map<String, KeyEntry> fixed = Map.copyOf(all);
        return new KeyDirectory(() -> fixed);
    }

    /**
     * Reads the folder again. If a file is damaged the keys known so far stay in force and the
     * error is thrown.
     */
    public void refresh() {
        byKid = source.get();
    }

    /**
     * Judges a signature.
     *
     * @param service who is said to have signed
     * @param at the time the signed thing itself claims ({@code ce_time} of a record)
     */
    public Verdict verify(
            String kid, String service, Instant at, byte[] message, byte[] signature) {
        KeyEntry entry = byKid.get(kid);
        return entry == null ? Verdict.UNKNOWN_KEY : entry.judge(service, at, message, signature);
    }

    /** Whose key this is, if it is known. */
    public Optional<KeyEntry> find(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    /** All keys, by key id. */
    public List<KeyEntry> entries() {
        return byKid.values().stream().sorted((a, b) -> a.kid().compareTo(b.kid())).toList();
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

    private static Map<String, KeyEntry> readAll(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        } catch (IOException e) {
            throw new UnreadableKeyFile(folder, "cannot be listed", e);
        }
        Map<String, KeyEntry> all = new TreeMap<>();
        files.forEach(
                file -> {
                    KeyEntry entry = KeyFile.read(file);
                    all.put(entry.kid(), entry);
                });
        return Map.copyOf(all);
    }
}
