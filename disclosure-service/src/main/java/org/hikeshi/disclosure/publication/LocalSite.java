package org.hikeshi.disclosure.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * This replica's copy of the public site: files by their hash, a manifest per generation, and a
 * link {@code current} to one manifest, switched in one step. Needs no database to be read.
 */
final class LocalSite {
    private final Path folder;
    private volatile Generation current;

    /**
     * One whole state of the site.
     *
     * @param files by path
     */
    record Generation(long number, Map<String, Site.Entry> files) {
        static final Generation NONE = new Generation(-1, Map.of());
    }

    private LocalSite(Path folder, Generation current) {
        this.folder = folder;
        this.current = current;
    }

    /** Opens the copy, at the generation it was left with. */
    static LocalSite at(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("files"));
        return new LocalSite(folder, readCurrent(folder));
    }

    private static Generation readCurrent(Path folder) throws IOException {
        try {
            String manifest = Files.readString(folder.resolve("current"));
            Map<String, Site.Entry> files = new TreeMap<>();
            String[] lines = manifest.split("\n");
            for (int i = 1; i < lines.length; i++) {
                String[] part = lines[i].split("\t");
                files.put(part[2], new Site.Entry(part[2], part[1], part[0]));
            }
            return new Generation(Long.parseLong(lines[0]), Map.copyOf(files));
        } catch (NoSuchFileException never) {
            return Generation.NONE;
        }
    }

    Generation current() {
        return current;
    }

    boolean has(String sha256) {
        return Files.exists(file(sha256));
    }

    /** Keeps the bytes of one file; a crash leaves no half of it. */
    void keep(String sha256, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder.resolve("files"), "part", "");
        Files.write(part, bytes);
        move(part, file(sha256));
    }

    /** Switches to a generation all of whose files are kept. */
    void switchTo(Generation next) throws IOException {
        var manifest = new StringBuilder().append(next.number()).append('\n');
        next.files()
                .values()
                .forEach(
                        file ->
                                manifest.append(file.sha256())
                                        .append('\t')
                                        .append(file.mediaType())
                                        .append('\t')
                                        .append(file.path())
                                        .append('\n'));
        Path written = folder.resolve("generation-" + next.number());
        Files.writeString(written, manifest, StandardCharsets.UTF_8);
        Path link = folder.resolve("current.new");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, written.getFileName());
        move(link, folder.resolve("current"));
        long before = current.number();
        current = next;
        if (before != next.number()) {
            Files.deleteIfExists(folder.resolve("generation-" + before));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            throw new IOException("the site's folder must be one file system", otherDisk);
        }
    }

    Optional<Site.Entry> find(String path) {
        return Optional.ofNullable(current.files().get(path));
    }

    byte[] bytes(Site.Entry file) throws IOException {
        return Files.readAllBytes(file(file.sha256()));
    }

    private Path file(String sha256) {
        return folder.resolve("files").resolve(sha256);
    }
}
