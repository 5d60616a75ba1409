package org.hikeshi.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The key that wraps the data keys of one service. Lives in a PKCS#12 file with all its
 * generations: the newest wraps, each opens what it wrapped. Rotation adds a generation and wraps
 * the data keys again; the sealed values themselves stay as they are.
 */
public final class MasterKey {

    private static final byte[] NO_PLACE = {};

    private final TreeMap<Integer, byte[]> generations;

    private MasterKey(Map<Integer, byte[]> generations) {
        this.generations = new TreeMap<>(generations);
    }

    /**
     * Makes a keystore with one generation.
     *
     * @throws UnreadableKeyFile if the file exists: a master key is never overwritten
     */
    public static MasterKey create(Path pkcs12, char[] password) {
        if (Files.exists(pkcs12)) {
            throw new UnreadableKeyFile(pkcs12, "exists already");
        }
        return store(pkcs12, password, new TreeMap<>(Map.of(1, fresh())));
    }

    /**
     * @throws UnreadableKeyFile if the file is missing, no such keystore, or the password is wrong
     */
    public static MasterKey load(Path pkcs12, char[] password) {
        return new MasterKey(Keystore.read(pkcs12, password));
    }

    /** Adds a generation to the keystore; from now on it wraps. The old ones stay to open. */
    public static MasterKey rotate(Path pkcs12, char[] password) {
        TreeMap<Integer, byte[]> all = new TreeMap<>(Keystore.read(pkcs12, password));
        all.put(all.lastKey() + 1, fresh());
        return store(pkcs12, password, all);
    }

    /** Wraps without a place; prefer {@link #wrap(DataKey, SealedAt)}. */
    public WrappedKey wrap(DataKey key) {
        return wrap(key, NO_PLACE);
    }

    /** Wraps for one place: the wrapped key opens nowhere else. */
    public WrappedKey wrap(DataKey key, SealedAt at) {
        return wrap(key, at.additionalData());
    }

    /**
     * @throws NotOpened if it was changed, or wrapped by another master key or an unknown
     *     generation
     */
    public DataKey unwrap(WrappedKey wrapped) {
        return unwrap(wrapped, NO_PLACE);
    }

    /** As {@link #unwrap(WrappedKey)}, for a key wrapped for this place. */
    public DataKey unwrap(WrappedKey wrapped, SealedAt at) {
        return unwrap(wrapped, at.additionalData());
    }

    /** The same data key under the newest generation; empty if it is that already. */
    public Optional<WrappedKey> rewrap(WrappedKey wrapped, SealedAt at) {
        return wrapped.generation() == generation()
                ? Optional.empty()
                : Optional.of(wrap(unwrap(wrapped, at), at));
    }

    /** The newest generation, the one that wraps. */
    public int generation() {
        return generations.lastKey();
    }

    private WrappedKey wrap(DataKey key, byte[] place) {
        byte[] master = generations.lastEntry().getValue();
        return WrappedKey.of(
                SealFormat.seal(WrappedKey.KIND, generation(), master, place, key.bytes()));
    }

    private DataKey unwrap(WrappedKey wrapped, byte[] place) {
        byte[] master = generations.get(wrapped.generation());
        if (master == null) {
            throw new NotOpened("no generation " + wrapped.generation() + " in the keystore");
        }
        return DataKey.of(SealFormat.open(WrappedKey.KIND, master, place, wrapped.bytes()));
    }

    private static MasterKey store(Path pkcs12, char[] password, TreeMap<Integer, byte[]> all) {
        Keystore.write(pkcs12, password, all);
        return new MasterKey(all);
    }

    private static byte[] fresh() {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public String toString() {
        return "MasterKey of generation " + generation();
    }
}
