package org.hikeshi.trust.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    /** Replicas that share the folder are processes of their own. */
    @Test
    void nobodyElseAppendsMeanwhile() throws Exception {
        CheckpointFile file = CheckpointFile.of(folder, "intake");
        file.append(last -> after(last, 2));
        file.append(
                last -> {
                    assertThat(anotherProcessGetsItsTurn(file)).isFalse();
                    return after(last, 3);
                });

        assertThat(anotherProcessGetsItsTurn(file)).as("the control").isTrue();
        assertThat(file.read().checkpoints()).isEqualTo(BOOKS.kept.subList(0, 3));
    }

    private static boolean anotherProcessGetsItsTurn(CheckpointFile file)
            throws IOException, InterruptedException, URISyntaxException {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Path.of(
                                                AnotherProcess.class
                                                        .getProtectionDomain()
                                                        .getCodeSource()
                                                        .getLocation()
                                                        .toURI())
                                        .toString(),
                                AnotherProcess.class.getName(),
                                file.turns().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int status = process.waitFor();
        assertThat(status).isIn(AnotherProcess.TURN, AnotherProcess.NO_TURN);
        return status == AnotherProcess.TURN;
    }

    /** Says by its exit status whether it got the lock. */
    static final class AnotherProcess {
        static final int TURN = 3;
        static final int NO_TURN = 4;

        private AnotherProcess() {}

        public static void main(String[] path) throws IOException {
            try (FileChannel turns = FileChannel.open(Path.of(path[0]), StandardOpenOption.WRITE);
                    FileLock lock = turns.tryLock()) {
                System.exit(lock == null ? NO_TURN : TURN);
            }
        }
    }

    private static List<Checkpoint> after(@Nullable Checkpoint last, int until) {
        return BOOKS.kept.subList(last == null ? 0 : (int) last.number(), until);
    }
}
