package org.hikeshi.trust.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export: appended to, completed after a death, never overwritten. */
class CheckpointFileTest {
    private static final Books BOOKS = Books.of(Books.INTAKE, 400, 10);

    @TempDir Path folder;

    @Test
    void whatIsMissingIsAppended() throws IOException {
        CheckpointFile file = CheckpointFile.of(folder, "intake");
        file.append(last -> after(last, 3));
        file.append(last -> after(last, 40));
        file.append(last -> after(last, 40));

        assertThat(file.read().checkpoints()).isEqualTo(BOOKS.kept);
    }

    /** A death after any byte of the writing: the next writer completes the line. */
    @Test
    void aTornLineIsCompleted() throws IOException {
        CheckpointFile file = CheckpointFile.of(folder, "intake");
        file.append(last -> after(last, 2));
        byte[] whole = Files.readAllBytes(file.file());
        int second = Files.readString(file.file()).indexOf('\n') + 1;
        for (int length = second - 1; length < whole.length; length++) {
            Files.write(file.file(), java.util.Arrays.copyOf(whole, length));
            assertThat(file.read().unreadable()).isEmpty();
            file.append(last -> after(last, 2));
            assertThat(Files.readAllBytes(file.file())).isEqualTo(whole);
        }
    }

    @Test
    void anEndOfSomebodyElseIsLeftAlone() throws IOException {
        CheckpointFile file = CheckpointFile.of(folder, "intake");
        Files.writeString(file.file(), "{\"service\":\"triage");

        assertThatThrownBy(() -> file.append(last -> after(last, 2)))
                .isInstanceOf(IOException.class);
        assertThat(Files.readString(file.file())).isEqualTo("{\"service\":\"triage");
    }

    @Test
    void aLineThatIsNoCheckpointIsNamed() throws IOException {
        CheckpointFile file = CheckpointFile.of(folder, "intake");
        Files.writeString(
                file.file(), JsonLines.write(BOOKS.kept.getFirst()) + "\nnot a line of ours\n");

        assertThat(file.read().unreadable()).containsExactly(2L);
        assertThat(file.read().checkpoints()).containsExactly(BOOKS.kept.getFirst());
    }

    @Test
    void rowsReadBackFromTheirLines() {
        for (AuditRow row : BOOKS.rows) {
            byte[] detail =
                    row.sequence() % 3 == 0 ? new byte[0] : ("sealed " + row.sequence()).getBytes();
            assertThat(JsonLines.row(JsonLines.write("intake", row, detail)))
                    .isEqualTo(new JsonLines.Line("intake", row));
        }
    }

    private static List<Checkpoint> after(@Nullable Checkpoint last, int until) {
        return BOOKS.kept.subList(last == null ? 0 : (int) last.number(), until);
    }
}
