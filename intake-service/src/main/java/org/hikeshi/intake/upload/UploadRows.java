package org.hikeshi.intake.upload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.SealedAt;
import org.hikeshi.trust.WrappedKey;

/** The statements behind {@link SealedUploads}. */
final class UploadRows {

    private UploadRows() {}

    static SealedAt keyPlace(UUID upload) {
        return SealedAt.of("upload", "content_key", upload.toString());
    }

    static Optional<WrappedKey> key(Connection connection, UUID id, Instant now)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT content_key FROM upload WHERE id = ? AND expires_at > ?")) {
            select.setObject(1, id);
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(WrappedKey.of(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    static List<SealedFile> files(Connection connection, UUID upload, DataKey key)
            throws SQLException {
        List<SealedFile> files = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id, size, description FROM attachment"
                                + " WHERE upload_id = ? AND description IS NOT NULL ORDER BY number")) {
            select.setObject(1, upload);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    files.add(FileDescription.open(key, id, row.getLong(2), row.getBytes(3)));
                }
            }
        }
        return files;
    }

    static void insert(Connection connection, UUID id, WrappedKey key, Instant expiry)
            throws SQLException {
        change(
                connection,
                "INSERT INTO upload (id, content_key, expires_at) VALUES (?, ?, ?)",
                id,
                key.bytes(),
                expiry.atOffset(ZoneOffset.UTC));
    }

    static void insertFile(Connection connection, UUID id, UUID upload) throws SQLException {
        change(
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
        change(
                connection,
                "UPDATE attachment SET size = ?, description = ? WHERE id = ?",
                size,
                description,
                id);
    }

    static void remove(Connection connection, UUID upload, UUID file) throws SQLException {
        change(connection, "DELETE FROM attachment WHERE id = ? AND upload_id = ?", file, upload);
    }

    static void delete(Connection connection, UUID upload) throws SQLException {
        change(connection, "DELETE FROM upload WHERE id = ?", upload);
    }

    static void adopt(Connection connection, UUID upload, UUID report, int files)
            throws SQLException {
        int adopted =
                change(
                        connection,
                        "UPDATE attachment SET report_id = ?, upload_id = NULL"
                                + " WHERE upload_id = ? AND description IS NOT NULL",
                        report,
                        upload);
        if (adopted != files) {
            throw new SQLException("of " + files + " files " + adopted + " were left to adopt");
        }
        delete(connection, upload);
    }

    static int deleteExpired(Connection connection, Instant now) throws SQLException {
        return change(
                connection,
                "DELETE FROM upload WHERE expires_at <= ?",
                now.atOffset(ZoneOffset.UTC));
    }

    private static int change(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
