package org.hikeshi.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies as they come about: of logs, in whatever order, and older than what they are held to. */
class VerifyCopiesTest extends TenActs {
    private static final Instant NEXT = BEGIN.plusSeconds(20);

    private Path copy;
    private Path moment;

    @BeforeEach
    void twoCheckpoints() throws IOException {
        copy = folder.resolve("intake.checkpoints.jsonl");
        moment = folder.resolve("intake.export.json");
        goOn(NEXT, NEXT.plusSeconds(1));
    }

    /** The raw file of a collector serves as the export's own checkpoints too. */
    @Test
    void linesThatComeTwiceAndOutOfOrderMeanNothing() throws IOException {
        Path collected = checkpoints.resolve("intake.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(collected).reversed());
        lines.addAll(Files.readAllLines(collected));
        assertThat(lines).hasSize(4);
        Files.write(collected, lines);

        assertThat(run(false)).as("without a moment: %s", said()).isEqualTo(VerifyCommand.SOUND);
        Files.write(copy, lines);
        exportedAt(NEXT.plusSeconds(2));
        assertThat(run(false)).as("with one: %s", said()).isEqualTo(VerifyCommand.SOUND);

        Files.write(copy, lines.subList(0, 1));
        assertThat(run(false)).as("the control: one is missing").isEqualTo(VerifyCommand.FOUND);
    }

    /** What only the database has signed for can be cut off there. */
    @Test
    void anArchiveThatStoppedLongAgoIsNoYes() throws IOException {
        Path archive = checkpoints.resolve("intake.jsonl");
        Files.copy(archive, copy);
        Files.write(archive, Files.readAllLines(archive).subList(0, 1));

        exportedAt(NEXT.plusSeconds(60));
        assertThat(run(false)).as("a minute ago: %s", said()).isEqualTo(VerifyCommand.SOUND);
        exportedAt(NEXT.plusSeconds(1_800));
        assertThat(run(false)).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said())
                .contains("NOT WHOLLY PROVEN", "NOT OUTSIDE since " + NEXT.plusSeconds(1));
        assertThat(run(true)).isEqualTo(VerifyCommand.NOT_VERIFIED);
        assertThat(said()).contains("書き出し先にありません");
        assertThat(run(false, "--tail", "PT1H")).isEqualTo(VerifyCommand.SOUND);
    }

    private void exportedAt(Instant at) throws IOException {
        Files.writeString(moment, "{\"service\":\"intake\",\"at\":\"" + at + "\"}");
    }
}
