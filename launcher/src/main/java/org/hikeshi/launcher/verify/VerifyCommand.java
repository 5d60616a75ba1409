package org.hikeshi.launcher.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.LastVerification;
import org.hikeshi.trust.audit.RecordTables;
import org.hikeshi.trust.audit.Verified;

/** The command: verifies one service after another and says what was found. */
public final class VerifyCommand {
    /** Nothing found. */
    public static final int SOUND = 0;

    /** Something found. */
    public static final int FOUND = 1;

    /** Nothing found, but not everything is proven, or some record could not be verified. */
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
                            ? new ExportedRecord(places.rows().get(), service)
                                    .judge(keys, exported, clock.instant(), places.patience())
                            : fromDatabase(service, places, keys, exported);
        } catch (SQLException e) {
            report.unreachable(service, "SQLSTATE " + e.getSQLState());
            return NOT_VERIFIED;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            report.unreachable(service, String.valueOf(e.getMessage()));
            return NOT_VERIFIED;
        }
        report.show(verified);
        if (places.rows().isEmpty()) {
            note(verified, places.checkpoints(), clock.instant());
        }
        return !verified.sound() ? FOUND : verified.wholly() ? SOUND : NOT_VERIFIED;
    }

    /** Judges and exports one and the same snapshot. */
    private Verified fromDatabase(
            String service, Places places, KeyDirectory keys, CheckpointFile.Content exported)
            throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(
                        places.url(service), places.user(service), places.password(service))) {
            Instant asOf = clock.instant();
            RecordTables.snapshot(connection);
            Verified verified =
                    RecordTables.judge(
                            connection, service, keys, exported, asOf, places.patience());
            if (places.export().isPresent()) {
                new ExportedRecord(places.export().get(), service).write(connection, asOf);
            }
            connection.rollback();
            return verified;
        }
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
