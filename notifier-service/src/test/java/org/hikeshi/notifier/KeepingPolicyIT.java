package org.hikeshi.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hikeshi.events.Language;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.policy.PolicyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Versions of the policy over starts of one service (E0), seen from a notifier. */
@Timeout(180)
class KeepingPolicyIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final World WORLD = World.shared();

    private static Map<String, String> policy(String version, String purpose) throws Exception {
        String text =
                PolicyFile.bundledText("default")
                        .orElseThrow()
                        .replace("\nversion: \"1.0\"", "\nversion: \"" + version + "\"")
                        .replace("例示電機 製品セキュリティ窓口", purpose);
        Path file = WORLD.folder().resolve("policy-" + version + "-" + purpose + ".yaml");
        Files.writeString(file, text, UTF_8);
        return Map.of(
                "HIKESHI_POLICY",
                file.toString(),
                "HIKESHI_MESSAGING_PARKED_RETRY_FIRST",
                "PT1S",
                "HIKESHI_MESSAGING_PARKED_RETRY_LONGEST",
                "PT1S");
    }

    @Test
    void aReportUnderAnUnknownVersionWaitsUntilTheServiceWasStartedWithIt() throws Exception {
        World.Report report = WORLD.newReport();
        WORLD.contacts().put(report.id(), "waiting@example.net", Language.JA);
        try (var without =
                NotifierProcess.start(WORLD, PartsForTests.smtpPort(), policy("1.1", "い"))) {
            WORLD.say(report, Language.JA, false, "1.2");
            World.await(
                    SOON,
                    () ->
                            !WORLD.ask(
                                            "SELECT 1 FROM parked_record WHERE key = ? AND settled_at IS NULL",
                                            report.caseId().toString())
                                    .isEmpty());
            assertThat(WORLD.deliveryState(report)).isEmpty();
            World.Report other = WORLD.report("other@example.net", Language.JA);
            World.await(SOON, () -> WORLD.deliveryState(other).equals(List.of("ACCEPTED")));
        }

        try (var with =
                NotifierProcess.start(WORLD, PartsForTests.smtpPort(), policy("1.2", "ろ"))) {
            World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));
        }
    }

    @Test
    void theSameVersionWithAnotherTextDoesNotStart() throws Exception {
        NotifierProcess.start(WORLD, PartsForTests.smtpPort(), policy("2.0", "は")).close();

        NotifierProcess changed =
                NotifierProcess.launch(WORLD, PartsForTests.smtpPort(), policy("2.0", "に"));

        World.await(SOON, changed::ended);
        assertThat(changed.log()).contains("policy version 2.0 was used before with another text");
    }

    @Test
    void aPolicyWithAMistakeDoesNotStartAndSaysWhere() throws Exception {
        Path file = WORLD.folder().resolve("broken.yaml");
        Files.writeString(
                file,
                PolicyFile.bundledText("default")
                        .orElseThrow()
                        .replace("country: japan", "country: nihon"));

        NotifierProcess broken =
                NotifierProcess.launch(
                        WORLD, PartsForTests.smtpPort(), Map.of("HIKESHI_POLICY", file.toString()));

        World.await(SOON, broken::ended);
        assertThat(broken.log()).containsPattern("broken.yaml:[0-9]+.*country");
    }

    /** A case under an earlier version is acknowledged in the words of that version. */
    @Test
    void anEarlierVersionIsStillSpoken() throws Exception {
        NotifierProcess.start(WORLD, PartsForTests.smtpPort(), policy("3.0", "ほ")).close();
        World.Report report = WORLD.newReport();
        WORLD.contacts().put(report.id(), "earlier@example.net", Language.EN);

        try (var later =
                NotifierProcess.start(WORLD, PartsForTests.smtpPort(), policy("3.1", "へ"))) {
            WORLD.say(report, Language.EN, false, "3.0");
            World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));
        }

        assertThat(
                        PartsForTests.messages().stream()
                                .filter(mail -> mail.to().contains("earlier@example.net"))
                                .toList())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("version 3.0"));
    }
}
