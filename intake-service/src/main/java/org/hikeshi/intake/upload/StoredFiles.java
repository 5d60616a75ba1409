package org.hikeshi.intake.upload;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.ChunkOpener;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.SealedAt;

/**
 * Files of reports, to be taken home as they came: never opened, unpacked or shown here. They leave
 * under a name made of code and number, since what a sender called them may tell too much, or be
 * meant for a reader's machine.
 */
public final class StoredFiles {

    private static final String FILES =
            "SELECT a.id, a.size, a.description, a.message_id FROM attachment a"
                    + " LEFT JOIN message m ON m.id = a.message_id WHERE a.report_id = ?"
                    + " ORDER BY m.said_at NULLS FIRST, a.number, a.id";

    private final Transactions transactions;

    public StoredFiles(Transactions transactions) {
        this.transactions = transactions;
    }

    /** All files of a report, in the order of arrival. */
    public List<StoredFile> of(UUID report, DataKey contentKey) {
        return transactions.inTransaction(connection -> of(connection, report, contentKey));
    }

    /** The same in the caller's transaction. */
    public static List<StoredFile> of(Connection connection, UUID report, DataKey contentKey)
            throws SQLException {
        List<StoredFile> files = new ArrayList<>();
        Sql.list(
                connection,
                FILES,
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    SealedFile file =
                            FileDescription.open(contentKey, id, row.getLong(2), row.getBytes(3));
                    int number = files.size() + 1;
                    return files.add(new StoredFile(file, number, row.getObject(4, UUID.class)));
                },
                report);
        return files;
    }

    /** The download of one file; {@code code} begins its name. */
    public Response download(StoredFile stored, String code, DataKey contentKey) {
        StreamingOutput bytes = out -> write(stored.file().id(), contentKey, out);
        String name = code + "-file-" + stored.number() + ".bin";
        return Response.ok(bytes, "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Content-Length", stored.file().size())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Chunk by chunk, no connection held while the reader is slow. */
    private void write(UUID file, DataKey contentKey, OutputStream out) throws IOException {
        ChunkOpener opener =
                new ChunkOpener(
                        contentKey, SealedAt.of("attachment_chunk", "sealed", file.toString()));
        for (int number = 0; !opener.ended(); number++) {
            int next = number;
            byte[] sealed =
                    transactions
                            .inTransaction(connection -> chunk(connection, file, next))
                            .orElseThrow(() -> new EOFException("a chunk is missing"));
            out.write(opener.next(sealed));
        }
    }

    private static java.util.Optional<byte[]> chunk(Connection connection, UUID file, int number)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT sealed FROM attachment_chunk WHERE attachment_id = ? AND number = ?",
                row -> row.getBytes(1),
                file,
                number);
    }
}
