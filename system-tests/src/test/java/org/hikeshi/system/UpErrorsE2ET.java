package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} says when it cannot: one clear sentence, and nothing is left running. */
@Timeout(120)
class UpErrorsE2ET {
    @Test
    void aTakenPortIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Launcher launcher =
                    Launcher.inFolder("port")
                            .with("HIKESHI_PORT_SMTP", String.valueOf(stranger.getLocalPort()));
            String said = saidWhenRefused(launcher);
            assertThat(said)
                    .contains("Port " + stranger.getLocalPort() + " is used by another program")
                    .contains("HIKESHI_PORT_SMTP=");
            nothingRuns(launcher.home());
        }
    }

    @Test
    void aSecondUpIsToldOfTheFirst() throws Exception {
        RunningSystem system = RunningSystem.get();
        Map<String, Long> before = system.pids();
        String said = saidWhenRefused(system.launcher().twin());
        assertThat(said).contains("already runs").contains(system.origin().toString());
        assertThat(system.pids()).as("the first one is left alone").isEqualTo(before);
    }

    @Test
    void aBrokenPolicyStartsNothingAndNamesTheLine(@TempDir Path folder) throws Exception {
        List<String> lines = Files.readAllLines(defaultPolicy());
        int broken =
                lines.indexOf(
                        lines.stream()
                                .filter(line -> line.strip().startsWith("zone:"))
                                .findFirst()
                                .orElseThrow());
        lines.set(broken, lines.get(broken).replaceAll("zone:.*", "zone: Asia/Tokio"));
        Path file = Files.write(folder.resolve("broken.yaml"), lines);
        Launcher launcher = Launcher.inFolder("policy").with("HIKESHI_POLICY", file.toString());
        String said = saidWhenRefused(launcher);
        assertThat(said).contains("broken.yaml:" + (broken + 1)).contains("zone");
        nothingRuns(launcher.home());
    }

    @Test
    void aPortThatIsNoPortIsRefused() throws Exception {
        Launcher launcher = Launcher.inFolder("number").with("HIKESHI_PORT_HTTP", "eighty");
        assertThat(saidWhenRefused(launcher))
                .contains("HIKESHI_PORT_HTTP is not a port number between 1 and 65535.");
        nothingRuns(launcher.home());
    }

    @Test
    void aFailureThatNobodyForesawIsOneSentenceAndAFileOfDetails() throws Exception {
        Launcher launcher = Launcher.inFolder("unforeseen");
        Files.writeString(launcher.home().resolve("ports.properties"), "intake=\\u12");
        String said = saidWhenRefused(launcher);
        Path details = launcher.home().resolve("log/launcher-error.log");
        assertThat(said).contains("unforeseen error").contains(details.toString());
        assertThat(details).content().contains("\tat ");
        nothingRuns(launcher.home());
    }

    /** The text of the policy that the running system copied for itself. */
    private static Path defaultPolicy() {
        return RunningSystem.get().data().resolve("policy.yaml");
    }

    private static String saidWhenRefused(Launcher launcher) throws Exception {
        Process process = launcher.begin();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it gives up by itself").isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(launcher.console());
        assertThat(process.exitValue()).as(said).isNotZero();
        assertThat(said).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(said).as("nothing had begun").doesNotContain("Stopped");
        return said;
    }

    /** No living process has the folder in its command line. */
    private static void nothingRuns(Path folder) throws IOException {
        assertThat(
                        ProcessHandle.allProcesses()
                                .filter(
                                        process ->
                                                process.info()
                                                        .commandLine()
                                                        .orElse("")
                                                        .contains(folder.toString()))
                                .toList())
                .isEmpty();
    }
}
