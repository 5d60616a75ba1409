package org.hikeshi.web.people;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.audit.Actors;

/** The people file, read once: {@code name.password=…} per line; only hashes stay in memory. */
@Startup
@Singleton
public class People {

    private static final String SUFFIX = ".password";

    private final Map<String, byte[]> passwordHashes = new TreeMap<>();

    People(
            @ConfigProperty(name = "hikeshi.people") Optional<Path> file,
            @ConfigProperty(name = "hikeshi.workspace") String workspace) {
        if (file.isPresent() && workspace.equals("deployed")) {
            throw new IllegalStateException(
                    "hikeshi.people: a deployed workspace signs people in with an identity"
                            + " provider and refuses to start with local people");
        }
        file.ifPresent(this::read);
    }

    private void read(Path file) {
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("hikeshi.people: " + file + " cannot be read");
        }
        for (String line : lines.stringPropertyNames()) {
            String password = lines.getProperty(line);
            if (line.endsWith(SUFFIX) && !password.isBlank()) {
                String name = line.substring(0, line.length() - SUFFIX.length());
                refuse(name);
                passwordHashes.put(name, hash(password));
            }
        }
    }

    private static void refuse(String name) {
        if (Actors.NO_PEOPLE.contains(name)) {
            throw new IllegalStateException(
                    "hikeshi.people: nobody can be called "
                            + name
                            + ", for the record of acts calls a service or the reporter so; give"
                            + " this person another name");
        }
    }

    boolean none() {
        return passwordHashes.isEmpty();
    }

    /** Whether there is such a person. */
    public boolean knows(String name) {
        return passwordHashes.containsKey(name);
    }

    /** Everybody there is; nobody where an identity provider knows people. */
    public Set<String> names() {
        return Set.copyOf(passwordHashes.keySet());
    }

    /** Constant in time, for unknown names too. */
    public boolean isPassword(String name, String password) {
        byte[] kept = passwordHashes.getOrDefault(name, new byte[32]);
        return MessageDigest.isEqual(kept, hash(password));
    }

    /** {@code developer-2} is a developer: two-person rules need two of them. */
    public static String roleOf(String name) {
        return name.endsWith("-2") ? name.substring(0, name.length() - 2) : name;
    }

    private static byte[] hash(String password) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
