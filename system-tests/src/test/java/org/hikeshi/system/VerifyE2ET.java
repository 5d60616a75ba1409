package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.verify.VerifyCommand;
import org.hikeshi.system.house.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hikeshi verify} over the running system, and over an export that somebody touched. */
class VerifyE2ET {
    @TempDir private Path export;

    private final RunningSystem system = RunningSystem.get();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void nothingIsFoundInWhatRunsAndAChangedExportIsCaught() throws IOException {
        system.reporter().report("{\"description\":\"The door opens by itself.\"}");
        Waiting.until(
                "the act is chained, signed and exported",
                Duration.ofSeconds(30),
                () -> {
                    // Before the rows, so that it promises nothing that they do not have.
                    Files.copy(
                            system.data().resolve("checkpoints/intake.jsonl"),
                            export.resolve("intake.jsonl"),
                            StandardCopyOption.REPLACE_EXISTING);
                    return verify("--service", "intake", "--export", export.toString()) == 0
                            && said().contains(" 0 not chained")
                            && said().contains(": 0 chained and not signed");
                });
        assertThat(said()).contains("intake", "nothing found");
        Path rows = export.resolve("intake.rows.jsonl");
        assertThat(Files.readString(rows)).contains("\"action\":\"report-received\"");

        assertThat(verifyExport()).isZero();
        Files.writeString(rows, Files.readString(rows).replace("\"reporter\"", "\"somebody\""));
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(said()).contains("actor, action, subject, time or a hash was changed");
    }

    private int verifyExport() {
        String folder = export.toString();
        return verify("--service", "intake", "--rows", folder, "--checkpoints", folder);
    }

    private int verify(String... words) {
        printed.reset();
        return new VerifyCommand(
                        new Premises(House.root(), system.data()),
                        false,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
