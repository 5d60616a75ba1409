package org.hikeshi.release.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder of files named by their SHA-256. A file appears complete and on disk or not at all;
 * several replicas may share the folder. Safe for many threads.
 */
public final class ArtifactStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Path incoming;
    private final long largestBytes;

    public ArtifactStore(Path folder, long largestBytes) {
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve("incoming");
        this.largestBytes = largestBytes;
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("the store of artifacts cannot be used", e);
        }
    }

    /**
     * What a sender says about the bytes to come.
     *
     * @param bytes their number, if it was said
     * @param sha256 64 hex digits, if they were said
     */
    public record Said(Optional<Long> bytes, Optional<String> sha256) {
        /** Nothing was said. */
        public static final Said NOTHING = new Said(Optional.empty(), Optional.empty());
    }

    /**
     * Takes a stream to its end. Constant memory.
     *
     * @throws LineBrokenException if the stream breaks off: nothing was kept
     * @throws IOException if the disk fails: nothing was kept
     */
    public Received receive(InputStream bytes, Said said) throws IOException {
        Path passing = Files.createTempFile(incoming, "upload", ".part");
        try {
            return take(bytes, passing, said);
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    private Received take(InputStream bytes, Path passing, Said said) throws IOException {
        var digesting = new Digesting();
        try (FileChannel file = FileChannel.open(passing, StandardOpenOption.WRITE)) {
            if (!copy(bytes, Channels.newOutputStream(file), digesting)) {
                return new Received.TooLarge(largestBytes);
            }
            file.force(true);
        }
        Digests digests = digesting.digests();
        if (said.bytes().filter(length -> length != digests.size()).isPresent()) {
            return new Received.OtherLength(said.bytes().get(), digests.size());
        }
        if (digests.size() == 0) {
            return new Received.Empty();
        }
        if (said.sha256().filter(other -> !other.equals(digests.sha256())).isPresent()) {
            return new Received.OtherDigest();
        }
        keep(passing, digests.sha256());
        return new Received.Kept(digests);
    }

    private boolean copy(InputStream from, OutputStream to, Digesting digesting)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
            digesting.add(buffer, read);
            if (digesting.size() > largestBytes) {
                return false;
            }
            to.write(buffer, 0, read);
        }
        return true;
    }

    private static int read(InputStream from, byte[] buffer) throws LineBrokenException {
        try {
            return from.read(buffer);
        } catch (IOException broken) {
            throw new LineBrokenException(broken);
        }
    }

    /* The same bytes twice: the second replaces the first by equal content. */
    private void keep(Path passing, String sha256) throws IOException {
        Path kept = place(sha256);
        Files.createDirectories(kept.getParent());
        Files.move(passing, kept, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(kept.getParent())) {
            parent.force(true);
        }
    }

    /** Where the bytes lie; the file is there if an upload of it was ever kept. */
    public Path place(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hex digits");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Whether the bytes on disk still are what their name says. Reads the whole file. */
    public boolean intact(String sha256) throws IOException {
        Path kept = place(sha256);
        if (!Files.isRegularFile(kept)) {
            return false;
        }
        var digesting = new Digesting();
        try (InputStream bytes = Files.newInputStream(kept)) {
            copy(bytes, OutputStream.nullOutputStream(), digesting);
        }
        return digesting.digests().sha256().equals(sha256);
    }
}
