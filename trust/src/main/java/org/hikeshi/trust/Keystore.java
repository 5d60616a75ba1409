package org.hikeshi.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;

/** Generations of one AES key in a PKCS#12 file, under the names {@code master-1}, {@code -2}, … */
final class Keystore {

    private static final String NAME = "master-";

    private Keystore() {}

    static void write(Path file, char[] password, Map<Integer, byte[]> generations) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            for (Map.Entry<Integer, byte[]> generation : generations.entrySet()) {
                store.setEntry(
                        NAME + generation.getKey(),
                        new KeyStore.SecretKeyEntry(
                                new SecretKeySpec(generation.getValue(), "AES")),
                        new KeyStore.PasswordProtection(password));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            SecretFile.write(file, bytes.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK must write PKCS#12", e);
        }
    }

    static Map<Integer, byte[]> read(Path file, char[] password) {
        byte[] content = SecretFile.read(file);
        Map<Integer, byte[]> generations = new TreeMap<>();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                if (alias.matches(NAME + "[1-9][0-9]{0,8}")) {
                    Key key = store.getKey(alias, password);
                    generations.put(
                            Integer.valueOf(alias.substring(NAME.length())), key.getEncoded());
                }
            }
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new UnreadableKeyFile(
                    file, "is no PKCS#12 keystore, or its password is another", e);
        }
        if (generations.isEmpty()) {
            throw new UnreadableKeyFile(file, "holds no master key");
        }
        return generations;
    }
}
