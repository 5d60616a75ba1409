package org.hikeshi.launcher.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.SigningKey;
import org.hikeshi.trust.audit.AuditChain;
import org.hikeshi.trust.audit.AuditRow;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.Hash;
import org.hikeshi.trust.audit.JsonLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with ten acts of one service, signed for once, and a person who verifies them. */
abstract class TenActs {
    static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir Path folder;

    Path rows;
    Path checkpoints;
    Checkpoint end;
    private ServiceIdentity intake;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void tenActs() throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        rows = folder.resolve("intake.rows.jsonl");
        checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
        SigningKey key = SigningKey.generate("intake-1");
        KeyDirectory.write(
                keys, new KeyEntry("intake-1", "intake", key.publicKey(), BEGIN, null, null));
        intake = new ServiceIdentity("intake", key, KeyDirectory.read(keys));
        List<String> lines = new ArrayList<>();
        Hash before = Hash.NONE;
        for (int n = 1; n <= 10; n++) {
            AuditRow row = row(n, BEGIN.plusSeconds(n), before);
            before = Objects.requireNonNull(row.chainHash());
            lines.add(JsonLines.write("intake", row, new byte[0]));
        }
        Files.write(rows, lines);
        end = Checkpoint.sign(intake, null, 10, before, BEGIN.plusSeconds(11));
        CheckpointFile.of(checkpoints, "intake").append(_ -> List.of(end));
    }

    /** Chained to the one before; waiting for the sealer if there is none. */
    static AuditRow row(int n, Instant at, @Nullable Hash before) {
        AuditEntry act = AuditEntry.of("staff-1", "act", "case-" + n, at);
        Hash content = Hash.of(act.contentHash());
        Hash detail = Hash.of(act.detailHash());
        return new AuditRow(
                before == null ? 0 : n,
                act.actor(),
                act.action(),
                act.subject(),
                act.at(),
                detail,
                content,
                before == null ? null : AuditChain.link("intake", n, before, content),
                detail);
    }

    /** As the sealer, at some time, about an act of another. */
    void goOn(Instant act, Instant sealed) throws IOException {
        AuditRow next = row(11, act, end.chainHash());
        Files.writeString(
                rows,
                JsonLines.write("intake", next, new byte[0]) + "\n",
                StandardOpenOption.APPEND);
        Checkpoint after =
                Checkpoint.sign(intake, end, 11, Objects.requireNonNull(next.chainHash()), sealed);
        CheckpointFile.of(checkpoints, "intake").append(_ -> List.of(after));
    }

    int run(boolean japanese, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "--service",
                                "intake",
                                "--rows",
                                folder.toString(),
                                "--checkpoints",
                                checkpoints.toString(),
                                "--keys",
                                folder.resolve("keys").toString()));
        words.addAll(List.of(more));
        return new VerifyCommand(new Premises(folder, folder), japanese, out()).run(words);
    }

    PrintStream out() {
        printed.reset();
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
