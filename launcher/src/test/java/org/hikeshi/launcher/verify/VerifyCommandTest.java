package org.hikeshi.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.trust.audit.AuditRow;
import org.hikeshi.trust.audit.Finding;
import org.hikeshi.trust.audit.JsonLines;
import org.junit.jupiter.api.Test;

/** What a person at a terminal gets to read, and what a script gets as exit status. */
class VerifyCommandTest extends TenActs {
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

    /** What nobody signed for long can be changed without a trace: that is no yes. */
    @Test
    void anOldEndWithoutSignatureIsNotWhollyProven() throws IOException {
        AuditRow waiting = row(11, BEGIN.plusSeconds(12), null);
        Files.writeString(
                rows,
                JsonLines.write("intake", waiting, new byte[0]) + "\n",
                StandardOpenOption.APPEND);

        assertThat(run(false)).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("NOT WHOLLY PROVEN", "the sealer stands still");
        assertThat(run(true)).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("一部を証明できません", "封印処理が止まっているか");
        assertThat(run(false, "--tail", "P36500D")).isEqualTo(VerifyCommand.SOUND);
        assertThat(run(false, "--tail", "long")).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("--tail needs a value like PT10M");
    }

    @Test
    void whatWasSignedLateIsToldUntilSomebodySaysWhy() throws IOException {
        goOn(BEGIN.plusSeconds(60), BEGIN.plusSeconds(86_400));

        assertThat(run(false)).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("SIGNED LATE: 1 rows, from row 11 to row 11");
        assertThat(run(false, "--stood-still", "2026-04-01T00:00:30Z/2026-04-02T00:00:00Z"))
                .isEqualTo(VerifyCommand.SOUND);
        assertThat(run(false, "--stood-still", "yesterday")).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("--stood-still needs a value like");
    }

    @Test
    void anActUnderAnOldDateIsFound() throws IOException {
        goOn(BEGIN.minusSeconds(86_400), BEGIN.plusSeconds(60));

        assertThat(run(false)).isEqualTo(VerifyCommand.FOUND);
        assertThat(said()).contains("row 11: says an earlier time than rows before it");
    }

    /** The archive of checkpoints goes on, the export of rows does not. */
    @Test
    void anEarlierExportIsJudgedByTheCheckpointsOfThen() throws IOException {
        String then = Files.readString(rows);
        Files.copy(checkpoints.resolve("intake.jsonl"), folder.resolve("intake.checkpoints.jsonl"));
        goOn(BEGIN.plusSeconds(86_400), BEGIN.plusSeconds(86_401));
        Files.writeString(rows, then);
        assertThat(run(false)).as("the control").isEqualTo(VerifyCommand.FOUND);

        Files.writeString(
                folder.resolve("intake.export.json"),
                "{\"service\":\"intake\",\"at\":\"2026-04-01T00:00:12Z\"}");
        assertThat(run(false)).isEqualTo(VerifyCommand.SOUND);
        assertThat(said()).contains("exported at 2026-04-01T00:00:12Z; 1 checkpoints are newer");
        Files.writeString(rows, then.replace("case-7", "case-8"));
        assertThat(run(false)).isEqualTo(VerifyCommand.FOUND);

        Files.writeString(folder.resolve("intake.export.json"), "{}");
        assertThat(run(false)).isEqualTo(VerifyCommand.NOT_VERIFIED);
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
}
