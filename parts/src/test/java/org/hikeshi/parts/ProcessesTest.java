package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL is started by way of a shell and {@code unshare}: for as long as one program replaces
 * the other, the system tells no command line, and a starting server was taken for an ended one.
 */
@EnabledOnOs(OS.LINUX)
class ProcessesTest {
    private static final int LOOKS = 5000;

    @TempDir Path folder;

    @Test
    void aProcessThatReplacesItsProgramIsStillOurs() throws Exception {
        assertThat(timesMissed(process -> () -> Processes.named(pidFile(), folder).isPresent()))
                .isZero();
    }

    @Test
    void aSingleLookAtTheCommandLineTakesItForAStranger() throws Exception {
        assertThat(timesMissed(process -> () -> namesTheFolder(process))).isPositive();
    }

    private interface Look {
        BooleanSupplier at(Process process);
    }

    private long timesMissed(Look look) throws Exception {
        Path script = folder.resolve("again.sh");
        Files.writeString(script, "exec /bin/sh \"$0\" \"$1\"\n");
        Process process =
                new ProcessBuilder("/bin/sh", script.toString(), folder.toString()).start();
        try {
            Files.writeString(pidFile(), Long.toString(process.pid()));
            BooleanSupplier seen = look.at(process);
            return IntStream.range(0, LOOKS).filter(i -> !seen.getAsBoolean()).count();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Path pidFile() {
        return folder.resolve("again.pid");
    }

    private boolean namesTheFolder(Process process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(folder.toString());
        } catch (IOException gone) {
            return true;
        }
    }
}
