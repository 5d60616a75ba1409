package org.hikeshi.intake.upload;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.SealedAt;
import org.hikeshi.trust.WrappedKey;
import org.jspecify.annotations.Nullable;

/** The statements behind {@link SealedUploads}. */
final class UploadRows {

    private UploadRows() {}

    static SealedAt keyPlace(UUID upload) {
        return SealedAt.of("upload", "content_key", upload.toString());
    }

    static Optional<WrappedKey> key(
            Connection connection, UUID id, @Nullable UUID report, Instant now)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT content_key FROM upload WHERE id = ? AND expires_at > ?"
                        + " AND report_id IS NOT DISTINCT FROM ?::uuid",
                row -> WrappedKey.of(row.getBytes(1)),
                id,
                now,
                report);
    }

    static List<SealedFile> files(Connection connection, UUID upload, DataKey key)
            throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, size, description FROM attachment"
                        + " WHERE upload_id = ? AND description IS NOT NULL ORDER BY number",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return FileDescription.open(key, id, row.getLong(2), row.getBytes(3));
                },
                upload);
    }

    static void insert(Connection connection, Upload upload, WrappedKey key, Instant expiry)
            throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO upload (id, content_key, expires_at, report_id)"
                        + " VALUES (?, ?, ?, ?::uuid)",
                upload.id(),
                key.bytes(),
                expiry,
                upload.report());
    }

    static void insertFile(Connection connection, UUID id, UUID upload) throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO attachment (id, upload_id, number)"
                        + " SELECT ?, ?, COALESCE(MAX(number), 0) + 1 FROM attachment"
                        + " WHERE upload_id = ?",
                id,
                upload,
                upload);
    }

    static void complete(Connection connection, UUID id, long size, byte[] description)
            throws SQLException {
        Sql.change(
                connection,
                "UPDATE attachment SET size = ?, description = ? WHERE id = ?",
                size,
                description,
                id);
    }

    static void remove(Connection connection, UUID upload, UUID file) throws SQLException {
        Sql.change(
                connection, "DELETE FROM attachment WHERE id = ? AND upload_id = ?", file, upload);
    }

    static void delete(Connection connection, UUID upload) throws SQLException {
        Sql.change(connection, "DELETE FROM upload WHERE id = ?", upload);
    }

    static void adopt(
            Connection connection, UUID upload, UUID report, @Nullable UUID message, int files)
            throws SQLException {
        int adopted =
                Sql.change(
                        connection,
                        "UPDATE attachment SET report_id = ?, upload_id = NULL,"
                                + " message_id = ?::uuid"
                                + " WHERE upload_id = ? AND description IS NOT NULL",
                        report,
                        message,
                        upload);
        if (adopted != files) {
            throw new SQLException("of " + files + " files " + adopted + " were left to adopt");
        }
        delete(connection, upload);
    }

    static int deleteExpired(Connection connection, Instant now) throws SQLException {
        return Sql.change(connection, "DELETE FROM upload WHERE expires_at <= ?", now);
    }
}
