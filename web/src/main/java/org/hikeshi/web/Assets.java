package org.hikeshi.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The static files of a service, held in memory and served at {@code
 * /assets/<service>/<hash>/<file>}. The hash is over all of them, so an address never changes its
 * content and may be kept for ever. A module adds files by listing them in {@code
 * hikeshi-assets/index.txt} beside them.
 */
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "hikeshi-assets/";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String hash;
    private final String service;

    Assets(
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "web")
                    String service) {
        this.service = service;
        try {
            for (URL index : Collections.list(loader().getResources(FOLDER + "index.txt"))) {
                readListed(index);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("assets cannot be read", unreadable);
        }
        this.hash = hashOf(files);
    }

    /** Absolute path of a file. @throws IllegalArgumentException if no module lists it */
    public String address(String file) {
        if (!files.containsKey(file)) {
            throw new IllegalArgumentException("no asset " + file);
        }
        return root() + file;
    }

    /** The folder of this service's present files, with slash. */
    public String root() {
        return "/assets/" + service + "/" + hash + "/";
    }

    /** The bytes of a file by its bare name. */
    public Optional<byte[]> bytes(String file) {
        return Optional.ofNullable(files.get(file));
    }

    private void readListed(URL index) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
            for (String name : lines.lines().filter(line -> !line.isBlank()).toList()) {
                try (InputStream file = loader().getResourceAsStream(FOLDER + name)) {
                    if (file == null || files.put(name, file.readAllBytes()) != null) {
                        throw new IllegalStateException("asset " + name + " is missing or double");
                    }
                }
            }
        }
    }

    private static String hashOf(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (name, bytes) -> {
                        digest.update(
                                (name + '\0' + bytes.length + '\0')
                                        .getBytes(StandardCharsets.UTF_8));
                        digest.update(bytes);
                    });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Assets.class.getClassLoader() : context;
    }
}
