package org.hikeshi.release.ota;

import io.agroal.api.AgroalDataSource;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.artifact.Digests;
import org.hikeshi.release.artifact.Received;

/**
 * A product with one model, and a fix of it that has left the house: what a campaign starts from.
 */
record ReleasedWorld(
        AgroalDataSource database,
        UUID product,
        String model,
        UUID remediation,
        UUID caseId,
        byte[] firmware,
        Digests digests) {
    static final String VERSION = "2.0.0";

    static ReleasedWorld make(AgroalDataSource database, ArtifactStore store) throws Exception {
        byte[] firmware = new byte[100_000];
        new Random(7).nextBytes(firmware);
        return make(database, store, firmware);
    }

    static ReleasedWorld make(AgroalDataSource database, ArtifactStore store, byte[] firmware)
            throws Exception {
        UUID product = UUID.randomUUID();
        String model = "M-" + product.toString().substring(0, 8);
        Received.Kept kept =
                (Received.Kept)
                        store.receive(
                                new ByteArrayInputStream(firmware), ArtifactStore.Said.NOTHING);
        var world =
                new ReleasedWorld(
                        database,
                        product,
                        model,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        firmware,
                        kept.digests());
        world.fill();
        return world;
    }

    private void fill() throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        run(
                "INSERT INTO product VALUES (?, 1, 'Gateway', ARRAY['1.0.0'], ARRAY['developer'],"
                        + " NULL, 'office', ?)",
                product,
                now);
        run("INSERT INTO product_model VALUES (?, ?, 0)", model, product);
        run(
                """
                INSERT INTO remediation (remediation_id, case_id, kind, products, version, summary, content_hash,
                  authors, created_by, created_at, changed_by, changed_at, released_by, released_at)
                VALUES (?, ?, 'FIX', ARRAY[?]::uuid[], ?, '', '', ARRAY['developer'], 'developer', ?, 'developer', ?, 'developer', ?)
                """,
                remediation,
                caseId,
                product,
                VERSION,
                now,
                now,
                now);
        run(
                "INSERT INTO artifact VALUES (?, ?, ?, 'swu', ?, ?, ?, ?, 'developer', ?, NULL)",
                remediation,
                model,
                VERSION,
                digests.sha256(),
                digests.sha1(),
                digests.md5(),
                digests.size(),
                now);
        run("INSERT INTO released_artifact VALUES (?, ?, ?, ?)", model, VERSION, remediation, now);
    }

    String file() {
        return model + "-" + VERSION + ".swu";
    }

    void run(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    List<String> ask(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    /** Short names of what was said about the case, in order. */
    List<String> said() throws SQLException {
        return ask(
                "SELECT replace(replace(type, 'org.hikeshi.', ''), '.v1', '') FROM ledger WHERE key"
                        + " = ? ORDER BY position",
                caseId.toString());
    }
}
