package org.hikeshi.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.hikeshi.trust.audit.Finding;
import org.hikeshi.trust.audit.Hash;
import org.hikeshi.trust.audit.JsonLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal gets to read, and what a script gets as exit status. */
class VerifyCommandTest {
    private static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir private Path folder;

    private Path rows;
    private Path checkpoints;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void tenActs() throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        rows = folder.resolve("intake.rows.jsonl");
        checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
        SigningKey key = SigningKey.generate("intake-1");
        KeyDirectory.write(
                keys, new KeyEntry("intake-1", "intake", key.publicKey(), BEGIN, null, null));
        ServiceIdentity intake = new ServiceIdentity("intake", key, KeyDirectory.read(keys));
        List<String> lines = new ArrayList<>();
        Hash before = Hash.NONE;
        for (int n = 1; n <= 10; n++) {
            AuditEntry act = AuditEntry.of("staff-1", "act", "case-" + n, BEGIN.plusSeconds(n));
            Hash content = Hash.of(act.contentHash());
            Hash detail = Hash.of(act.detailHash());
            before = AuditChain.link("intake", n, before, content);
            lines.add(
                    JsonLines.write(
                            "intake",
                            new AuditRow(
                                    n,
                                    act.actor(),
                                    act.action(),
                                    act.subject(),
                                    act.at(),
                                    detail,
                                    content,
                                    before,
                                    detail),
                            new byte[0]));
        }
        Files.write(rows, lines);
        Checkpoint end = Checkpoint.sign(intake, null, 10, before, BEGIN.plusSeconds(11));
        CheckpointFile.of(checkpoints, "intake").append(_ -> List.of(end));
    }

    @Test
    void nothingFound() {
        assertThat(run(false)).isEqualTo(VerifyCommand.SOUND);
        assertThat(said()).contains("nothing found", "rows 10, signed up to 10", "0 not chained");
    }

    @Test
    void somethingFoundIsNamedInBothLanguages() throws IOException {
        Files.writeString(rows, Files.readString(rows).replace("case-7", "case-8"));

        assertThat(run(false)).isEqualTo(VerifyCommand.FOUND);
        assertThat(said()).contains("1 FINDING", "row 7: actor, action, subject, time or a hash");
        assertThat(run(true)).isEqualTo(VerifyCommand.FOUND);
        assertThat(said()).contains("異常 1 件", "7 行目: 行為者");
    }

    @Test
    void aCutTailIsFound() throws IOException {
        Files.write(rows, Files.readAllLines(rows).subList(0, 8));

        assertThat(run(false)).isEqualTo(VerifyCommand.FOUND);
        assertThat(said()).contains("row 9: was signed for and is gone");
    }

    @Test
    void whatCannotBeVerifiedIsNeitherGoodNorBad() throws IOException {
        Files.delete(checkpoints.resolve("intake.jsonl"));
        assertThat(run(false)).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("NOT PROVEN");

        Files.delete(rows);
        assertThat(run(false)).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(run(false, "--wrong", "option")).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(run(false, "--keys", folder.resolve("none").toString()))
                .isEqualTo(VerifyCommand.NOT_VERIFIED);
    }

    @Test
    void aTrialThatNeverRanSaysSo() {
        int status =
                new VerifyCommand(new Premises(folder, folder.resolve("none")), false, out())
                        .run(List.of());

        assertThat(status).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("Nothing was started");
    }

    @Test
    void everyFindingHasWordsOfItsOwn() {
        List<String> all = new ArrayList<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            Finding finding = new Finding("intake", kind, 3);
            all.add(FindingWords.english(finding));
            all.add(FindingWords.japanese(finding));
        }
        assertThat(all).doesNotHaveDuplicates().allMatch(one -> one.contains("3"));
    }

    private int run(boolean japanese, String... more) {
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

    private PrintStream out() {
        printed.reset();
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
