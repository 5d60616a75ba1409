package org.hikeshi.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/**
 * Writes and reads files that hold secrets. A file appears under its name only complete, on disk,
 * and readable by its owner alone (0600): it is born with these rights under a passing name,
 * forced, then renamed. Errors name the file, never what is in it.
 */
public final class SecretFile {

    private static final long MAX_BYTES = 1 << 20;

    private SecretFile() {}

    /** Writes or replaces {@code file}; missing folders are made with rights 0700. */
    public static void write(Path file, byte[] content) {
        Path parent = folderOf(file);
        try {
            createFolder(parent);
            Path passing =
                    Files.createTempFile(
                            parent, "." + file.getFileName(), ".new", rights("rw-------"));
            try {
                force(passing, content);
                Files.move(passing, file, StandardCopyOption.ATOMIC_MOVE);
                forceName(parent);
            } finally {
                Files.deleteIfExists(passing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * @throws UnreadableKeyFile if it is missing, not readable, or larger than 1 MiB
     */
    public static byte[] read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnreadableKeyFile(file, "is larger than any key file");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableKeyFile(file, "does not exist", e);
        } catch (IOException e) {
            throw new UnreadableKeyFile(file, "cannot be read", e);
        }
    }

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, EnumSet.of(StandardOpenOption.WRITE))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The rename itself must outlive a power cut; only POSIX systems let a folder be opened. */
    private static void forceName(Path folder) throws IOException {
        if (isPosix()) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is not a file");
        }
        return parent;
    }

    private static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, rights("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(folder + " is not a folder", e);
        }
    }

    private static FileAttribute<?>[] rights(String posix) {
        // Where the file system has no such rights (Windows), the user's profile folder guards.
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
                }
                : new FileAttribute<?>[0];
    }
}
