package org.hikeshi.launcher.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Refusal;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.UnreadableKeyFile;
import org.hikeshi.trust.audit.ChainVerifier;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.JsonLines;
import org.hikeshi.trust.audit.LastVerification;
import org.hikeshi.trust.audit.RecordTables;
import org.hikeshi.trust.audit.Verified;

/** The command: verifies one service after another and says what was found. */
public final class VerifyCommand {
    /** Nothing found. */
    public static final int SOUND = 0;

    /** Something found. */
    public static final int FOUND = 1;

    /** At least one record could not be verified, and nothing was found in the others. */
    public static final int NOT_VERIFIED = 2;

    private final Premises premises;
    private final Report report;
    private final Clock clock = Clock.systemUTC();

    public VerifyCommand(Premises premises, boolean japanese, PrintStream out) {
        this.premises = premises;
        this.report = new Report(out, japanese);
    }

    /** Prints what was found; returns the exit status. */
    public int run(List<String> words) {
        if (words.contains("--help")) {
            report.help();
            return SOUND;
        }
        try {
            return verify(Places.of(words, premises));
        } catch (Refusal refusal) {
            report.refused(refusal);
        } catch (UnreadableKeyFile | IOException e) {
            report.line(e.getMessage(), e.getMessage());
        }
        return NOT_VERIFIED;
    }

    private int verify(Places places) throws IOException {
        KeyDirectory keys = KeyDirectory.read(places.keys());
        if (places.export().isPresent()) {
            Files.createDirectories(places.export().get());
        }
        int status = SOUND;
        for (String service : places.services()) {
            int one = verify(service, places, keys);
            status = one == FOUND || status == FOUND ? FOUND : Math.max(status, one);
        }
        report.end(status);
        return status;
    }

    private int verify(String service, Places places, KeyDirectory keys) {
        Verified verified;
        try {
            // Before the rows: what the file says by then the database must know.
            CheckpointFile.Content exported =
                    CheckpointFile.of(places.checkpoints(), service).read();
            verified =
                    places.rows().isPresent()
                            ? fromLines(service, places.rows().get(), keys, exported)
                            : fromDatabase(service, places, keys, exported);
        } catch (SQLException e) {
            report.unreachable(service, "SQLSTATE " + e.getSQLState());
            return NOT_VERIFIED;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            report.unreachable(service, String.valueOf(e.getMessage()));
            return NOT_VERIFIED;
        }
        Instant now = clock.instant();
        report.show(verified, now);
        if (places.rows().isEmpty()) {
            note(verified, places.checkpoints(), now);
        }
        return !verified.sound() ? FOUND : verified.unproven() ? NOT_VERIFIED : SOUND;
    }

    private static Verified fromDatabase(
            String service, Places places, KeyDirectory keys, CheckpointFile.Content exported)
            throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(
                        places.url(service), places.user(service), places.password(service))) {
            Verified verified = RecordTables.verify(connection, service, keys, exported);
            if (places.export().isPresent()) {
                export(connection, service, Places.rowsFile(places.export().get(), service));
            }
            return verified;
        }
    }

    private static void export(Connection connection, String service, Path file)
            throws SQLException, IOException {
        try (Writer lines = Files.newBufferedWriter(file)) {
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
    }

    /** The database's own checkpoints are not there to be compared. */
    private static Verified fromLines(
            String service, Path folder, KeyDirectory keys, CheckpointFile.Content exported)
            throws IOException {
        ChainVerifier verifier =
                new ChainVerifier(service, keys, exported.checkpoints(), exported.checkpoints());
        exported.unreadable().forEach(verifier::unreadable);
        try (BufferedReader lines = Files.newBufferedReader(Places.rowsFile(folder, service))) {
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

    /** For the page of the record; a folder that takes no writing is no matter. */
    private static void note(Verified verified, Path folder, Instant now) {
        try {
            if (Files.isDirectory(folder)) {
                LastVerification.of(verified, now).write(folder);
            }
        } catch (IOException e) {
            // The answer was printed; the page goes on showing the one before.
        }
    }
}
