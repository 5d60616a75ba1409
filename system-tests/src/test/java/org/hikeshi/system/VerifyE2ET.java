package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.verify.VerifyCommand;
import org.hikeshi.system.house.House;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.CheckpointFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./hikeshi verify} over the running system, which goes on acting meanwhile: it says yes,
 * names the one row that somebody changed in the database, and says yes again when it is put right.
 */
@Timeout(90)
class VerifyE2ET {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @TempDir private Path copy;

    private final RunningSystem system = RunningSystem.get();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void oneRowOfARunningSystemIsChangedAndFound() throws Exception {
        long before = newest();
        system.reporter().report("{\"description\":\"The door opens by itself.\"}");
        Waiting.until("the act is signed and exported", LIMIT, () -> exported() > before);
        // Another service may just have begun and have rows but no checkpoint yet.
        Waiting.until("all of it is proven", LIMIT, () -> verify(false) == VerifyCommand.SOUND);
        assertThat(said()).contains(RunningSystem.SERVICES).contains("nothing found");

        theAuditorsCopyIsProvenToo();
        long row = exported();
        try {
            change("actor || '-else'", row);
            assertThat(verify(false)).isEqualTo(VerifyCommand.FOUND);
            assertThat(said())
                    .contains("intake       1 FINDING")
                    .contains("row " + row + ": actor, action, subject, time or a hash was changed")
                    .containsOnlyOnce("FINDING");
            assertThat(verify(true)).isEqualTo(VerifyCommand.FOUND);
            assertThat(said()).contains("異常 1 件", row + " 行目: 行為者");
            assertThat(page()).contains("findings: 1");
        } finally {
            change("replace(actor, '-else', '')", row);
        }
        Waiting.until("and whole again", LIMIT, () -> verify(false) == VerifyCommand.SOUND);
        assertThat(page()).contains("nothing found").doesNotContain("findings: 1");
    }

    /** Taken over HTTP as docs/operations.md says, judged by checkpoints that go on meanwhile. */
    private void theAuditorsCopyIsProvenToo() throws Exception {
        Path archive = system.data().resolve("checkpoints");
        Files.writeString(
                copy.resolve("intake.export.json"),
                "{\"service\":\"intake\",\"at\":\"%s\"}\n"
                        .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        Files.copy(archive.resolve("intake.jsonl"), copy.resolve("intake.checkpoints.jsonl"));
        HttpRequest request =
                HttpRequest.newBuilder(system.origin().resolve("/api/v1/operations/intake/audit"))
                        .header("Authorization", DeskVisitor.basic(system, "auditor"))
                        .build();
        Path rows = copy.resolve("intake.rows.jsonl");
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofFile(rows)).statusCode())
                    .isEqualTo(200);
        }
        String folder = copy.toString();
        List<String> ofCopy =
                List.of(
                        "--service",
                        "intake",
                        "--rows",
                        folder,
                        "--checkpoints",
                        archive.toString());
        assertThat(verify(false, ofCopy)).as(said()).isEqualTo(VerifyCommand.SOUND);
        Files.writeString(rows, Files.readString(rows).replace("\"reporter\"", "\"nobody\""));
        assertThat(verify(false, ofCopy)).isEqualTo(VerifyCommand.FOUND);
    }

    private int verify(boolean japanese) {
        return verify(japanese, List.of());
    }

    private int verify(boolean japanese, List<String> words) {
        printed.reset();
        return new VerifyCommand(
                        new Premises(House.root(), system.data()),
                        japanese,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(words);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What the auditor reads at the desk. */
    private String page() throws Exception {
        return DeskVisitor.as(system, "auditor")
                .get("/desk/operations/intake/audit?lang=en")
                .body();
    }

    private long newest() throws SQLException {
        return system.one("intake", "SELECT coalesce(max(sequence), 0) FROM audit_entry");
    }

    /** The last row that an exported checkpoint covers. */
    private long exported() throws Exception {
        List<Checkpoint> all =
                CheckpointFile.of(system.data().resolve("checkpoints"), "intake")
                        .read()
                        .checkpoints();
        return all.isEmpty() ? 0 : all.getLast().sequence();
    }

    /** As the database's owner, whom no trigger stops. */
    private void change(String actor, long row) throws SQLException {
        try (Connection intake = system.database("intake");
                Statement statement = intake.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(
                            statement.executeUpdate(
                                    "UPDATE audit_entry SET actor = "
                                            + actor
                                            + " WHERE sequence = "
                                            + row))
                    .isOne();
        }
    }
}
