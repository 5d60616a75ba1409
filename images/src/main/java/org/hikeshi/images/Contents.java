package org.hikeshi.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of one image by their place in it. What changes seldom, the libraries, is a layer of
 * its own.
 */
final class Contents {
    private static final String USER = "10001:10001";
    private static final Instant TIME = Instant.EPOCH.plusSeconds(1);
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");

    private final TreeMap<String, Path> files = new TreeMap<>();
    private final TreeMap<String, Path> programs = new TreeMap<>();
    private final TreeSet<String> writable = new TreeSet<>(List.of("/var/lib/hikeshi"));

    /** Everything in a folder; one that is not there is an error that says what to do. */
    Contents folder(Path folder, String target) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NothingBuilt(folder);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        target + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return this;
    }

    Contents file(Path file, String target) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NothingBuilt(file);
        }
        files.put(target, file);
        return this;
    }

    Contents program(Path file, String target) {
        programs.put(target, file);
        return this;
    }

    /** Volumes that are mounted there belong to the user of the image. */
    Contents writable(Collection<String> folders) {
        writable.addAll(folders);
        return this;
    }

    Contents without(Predicate<String> target) {
        files.keySet().removeIf(target);
        return this;
    }

    /** SHA-256 over places and contents. */
    String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Path> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file.getValue()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Libraries; our own; folders that may be written.
     *
     * @param work a folder for the file that tells the content
     */
    List<FileEntriesLayer> layers(Path work) throws IOException {
        Path content = Files.createDirectories(work).resolve("content");
        Files.writeString(content, digest());
        Path empty = Files.createDirectories(work.resolve("empty"));
        FileEntriesLayer.Builder own = layer("hikeshi", file -> !isLibrary(file));
        own.addEntry(content, AbsoluteUnixPath.get("/opt/hikeshi/content"), FILE, TIME);
        programs.forEach(
                (target, file) -> own.addEntry(file, AbsoluteUnixPath.get(target), PROGRAM, TIME));
        FileEntriesLayer.Builder volumes = FileEntriesLayer.builder().setName("volumes");
        for (String folder : writable) {
            volumes.addEntry(empty, AbsoluteUnixPath.get(folder), FOLDER, TIME, USER);
        }
        return List.of(
                layer("libraries", Contents::isLibrary).build(), own.build(), volumes.build());
    }

    private FileEntriesLayer.Builder layer(String name, Predicate<String> wanted) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        files.forEach(
                (target, file) -> {
                    if (wanted.test(target)) {
                        layer.addEntry(file, AbsoluteUnixPath.get(target), FILE, TIME);
                    }
                });
        return layer;
    }

    private static boolean isLibrary(String target) {
        return target.contains("/lib/") && !target.contains("org.hikeshi");
    }
}
