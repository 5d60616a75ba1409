package org.hikeshi.intake.upload;

import static org.hikeshi.intake.upload.UploadRows.keyPlace;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.ChunkSealer;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SealedAt;
import org.hikeshi.web.multipart.Part;
import org.jspecify.annotations.Nullable;

/**
 * Takes files in while they arrive: hashed, sealed chunk by chunk, stored. Constant memory,
 * whatever their size (design §5). What no report adopts within {@link #KEPT} is gone, key and all.
 */
public final class SealedUploads {

    /** How long files wait for a report: a form corrected at leisure, a slow line. */
    public static final Duration KEPT = Duration.ofHours(2);

    /** Bytes of one file at most: 50 MiB. */
    public static final long LARGEST_FILE = 50L << 20;

    /** Files of one report at most. */
    public static final int MOST_FILES = 20;

    private final Transactions transactions;
    private final MasterKey masterKey;
    private final InstantSource clock;

    public SealedUploads(Transactions transactions, MasterKey masterKey, InstantSource clock) {
        this.transactions = transactions;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /**
     * The upload of an earlier, failed form; empty if it is unknown, over, or another report's.
     *
     * @param report the one it was made for, null for one that is not stored yet
     */
    public Optional<Upload> find(UUID id, @Nullable UUID report) {
        return transactions
                .inTransaction(c -> UploadRows.key(c, id, report, clock.instant()))
                .map(key -> new Upload(id, masterKey.unwrap(key, keyPlace(id)), true, report));
    }

    /** What lies complete in an upload, in the order of arrival. */
    public List<SealedFile> files(Upload upload) {
        return transactions.inTransaction(
                connection -> UploadRows.files(connection, upload.id(), upload.contentKey()));
    }

    /** Makes the upload's row, so that files can hang on it. */
    public Upload store(Upload upload) {
        if (upload.stored()) {
            return upload;
        }
        var wrapped = masterKey.wrap(upload.contentKey(), keyPlace(upload.id()));
        transactions.doInTransaction(
                connection ->
                        UploadRows.insert(connection, upload, wrapped, clock.instant().plus(KEPT)));
        return upload.nowStored();
    }

    /**
     * Reads a part to its end and stores it sealed.
     *
     * @param upload a stored one
     * @throws TooLargeException above {@link #LARGEST_FILE}; nothing of the file stays
     */
    public SealedFile take(Upload upload, Part part) throws IOException {
        UUID id = UUID.randomUUID();
        transactions.doInTransaction(c -> UploadRows.insertFile(c, id, upload.id()));
        try {
            return take(upload, part, id);
        } catch (IOException broken) {
            remove(upload, id);
            throw broken;
        }
    }

    private SealedFile take(Upload upload, Part part, UUID id) throws IOException {
        Measured measured = new Measured(part);
        seal(measured, upload.contentKey(), id);
        SealedFile file =
                new SealedFile(
                        id,
                        part.fileName() == null ? "" : part.fileName(),
                        part.contentType() == null ? "" : part.contentType(),
                        measured.size,
                        measured.digest.digest());
        byte[] description = FileDescription.seal(upload.contentKey(), file);
        transactions.doInTransaction(c -> UploadRows.complete(c, id, file.size(), description));
        return file;
    }

    private void seal(Measured content, DataKey key, UUID id) throws IOException {
        ChunkSealer sealer =
                new ChunkSealer(key, SealedAt.of("attachment_chunk", "sealed", id.toString()));
        ChunkRows rows = new ChunkRows(transactions, id);
        byte[] plain = new byte[ChunkSealer.CHUNK_BYTES];
        int filled = content.fill(plain, 0);
        while (filled == plain.length) {
            // Only the byte after a full chunk tells whether it was the last.
            byte[] ahead = new byte[1];
            if (content.fill(ahead, 0) == 0) {
                break;
            }
            rows.add(sealer.next(plain));
            plain[0] = ahead[0];
            filled = content.fill(plain, 1);
        }
        rows.add(sealer.last(plain, filled));
        rows.flush();
    }

    /** Takes one file out of a form's upload. */
    public void remove(Upload upload, UUID file) {
        transactions.doInTransaction(c -> UploadRows.remove(c, upload.id(), file));
    }

    /** Forgets an upload whose request failed; what this misses the sweep finds. */
    public void discard(Upload upload) {
        if (upload.stored()) {
            transactions.doInTransaction(c -> UploadRows.delete(c, upload.id()));
        }
    }

    /**
     * In the transaction of the report: its files are these from now on.
     *
     * @throws SQLException also if they are no longer all there: the sweep was faster
     */
    public static void adopt(Connection connection, Upload upload, UUID report, int files)
            throws SQLException {
        adopt(connection, upload, report, null, files);
    }

    /** The same for files that came with a message. */
    public static void adopt(
            Connection connection, Upload upload, UUID report, @Nullable UUID message, int files)
            throws SQLException {
        if (upload.stored()) {
            UploadRows.adopt(connection, upload.id(), report, message, files);
        }
    }

    /** Removes what nobody adopted in time; returns how many uploads. */
    public int sweep() {
        return transactions.inTransaction(c -> UploadRows.deleteExpired(c, clock.instant()));
    }

    /** A part's bytes, counted and hashed while they are read. */
    private static final class Measured {

        private final Part part;
        private final InputStream content;
        private final MessageDigest digest;
        private long size;

        Measured(Part part) {
            this.part = part;
            this.content = part.content();
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }

        /** Fills up from {@code offset}; returns how much of the buffer is filled. */
        int fill(byte[] buffer, int offset) throws IOException {
            int read = content.readNBytes(buffer, offset, buffer.length - offset);
            digest.update(buffer, offset, read);
            size += read;
            if (size > LARGEST_FILE) {
                throw new TooLargeException(TooLargeException.Limit.FILE_BYTES, part.number());
            }
            return offset + read;
        }
    }
}
