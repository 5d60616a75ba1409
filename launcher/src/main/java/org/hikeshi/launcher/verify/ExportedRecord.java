package org.hikeshi.launcher.verify;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.audit.ChainVerifier;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.Checkpoints;
import org.hikeshi.trust.audit.JsonLines;
import org.hikeshi.trust.audit.Patience;
import org.hikeshi.trust.audit.RecordTables;
import org.hikeshi.trust.audit.Verified;

/**
 * One service's record as it was written to a folder: the rows, the database's own checkpoints of
 * that moment, and when that was. Without the latter two the rows are judged as if read now.
 */
record ExportedRecord(Path folder, String service) {

    private Path rows() {
        return folder.resolve(service + ".rows.jsonl");
    }

    private Path checkpoints() {
        return folder.resolve(service + ".checkpoints.jsonl");
    }

    private Path moment() {
        return folder.resolve(service + ".export.json");
    }

    /** Writes what the running snapshot sees. */
    void write(Connection connection, Instant asOf) throws SQLException, IOException {
        try (Writer lines = Files.newBufferedWriter(rows())) {
            RecordTables.rows(
                    connection,
                    (row, detail) -> {
                        try {
                            lines.write(JsonLines.write(service, row, detail) + "\n");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        Files.write(
                checkpoints(),
                RecordTables.kept(connection).stream().map(JsonLines::write).toList());
        Files.writeString(
                moment(),
                new JsonObject().put("service", service).put("at", asOf.toString()).encode()
                        + "\n");
    }

    /**
     * @throws IllegalArgumentException if something in the folder cannot be read as what it should
     *     be
     */
    Verified judge(
            KeyDirectory keys, CheckpointFile.Content exported, Instant now, Patience patience)
            throws IOException {
        boolean dated = Files.exists(moment());
        ChainVerifier verifier =
                new ChainVerifier(
                        service,
                        keys,
                        dated
                                ? Checkpoints.then(exported, kept())
                                : Checkpoints.now(exported, exported.checkpoints()),
                        dated ? asOf() : now,
                        patience);
        try (BufferedReader lines = Files.newBufferedReader(rows())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonLines.Line row = JsonLines.row(line);
                if (!row.service().equals(service)) {
                    throw new IllegalArgumentException("a row is of " + row.service());
                }
                verifier.row(row.row());
            }
        }
        return verifier.end();
    }

    private List<Checkpoint> kept() throws IOException {
        CheckpointFile.Content content = new CheckpointFile(checkpoints()).read();
        if (!content.unreadable().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: line %d is no checkpoint"
                            .formatted(checkpoints(), content.unreadable().getFirst()));
        }
        return content.checkpoints();
    }

    private Instant asOf() throws IOException {
        try {
            var said = new JsonObject(Files.readString(moment()));
            return Instant.parse(said.getString("at", ""));
        } catch (DecodeException | ClassCastException | DateTimeException e) {
            throw new IllegalArgumentException(moment() + ": at is missing or no instant", e);
        }
    }
}
