package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing outlives its starter: a JVM that started the mailbox is killed with SIGKILL, and the
 * mailbox ends by itself.
 */
class OrphanIT {
    @TempDir private Path dir;

    @Test
    void aPartEndsWhenItsStarterIsKilled() throws Exception {
        Process starter =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Starter.class.getName(),
                                dir.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(dir.resolve("starter.log").toFile())
                        .start();
        Path pidFile = dir.resolve("mailbox/mailbox.pid");
        assertThat(
                        Processes.waitUntil(
                                () -> Files.exists(dir.resolve("started")), Duration.ofSeconds(60)))
                .as("starter runs: %s", Folders.lastLines(dir.resolve("starter.log"), 5))
                .isTrue();
        ProcessHandle mailbox =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).orElseThrow();
        assertThat(mailbox.isAlive()).isTrue();

        starter.destroyForcibly().waitFor();

        assertThat(Processes.waitUntil(() -> !mailbox.isAlive(), Duration.ofSeconds(20))).isTrue();
    }

    /** Main class of the JVM that is killed. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] args) throws Exception {
            Path dir = Path.of(args[0]);
            MailboxProcess.start(
                    dir.resolve("mailbox"), Ports.free(), Ports.free(), java.util.List.of());
            Files.createFile(dir.resolve("started"));
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}
