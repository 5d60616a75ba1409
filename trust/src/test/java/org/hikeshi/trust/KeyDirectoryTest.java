package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDirectoryTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");
    private static final byte[] MESSAGE = {1, 2, 3};

    private final SigningKey key = SigningKey.generate("intake-1");

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59.999999999Z, OUT_OF_TIME",
        "2026-01-01T00:00:00Z,           VALID",
        "2026-03-31T23:59:59.999Z,       VALID",
        "2026-04-01T00:00:00Z,           COMPROMISED",
        "2026-07-01T00:00:00Z,           COMPROMISED"
    })
    void aCompromisedKeyCountsUntilItWas(Instant at, Verdict expected) {
        KeyEntry entry = entry(UNTIL).compromisedAt(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(judge(entry, at)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T23:59:59.999999999Z, VALID",
        "2026-06-01T00:00:00Z,           OUT_OF_TIME"
    })
    void aRetiredKeyCountsForWhatItSignedInItsTime(Instant at, Verdict expected) {
        assertThat(judge(entry(UNTIL), at)).isEqualTo(expected);
    }

    @Test
    void eachForgeryHasItsVerdict() {
        KeyDirectory directory = KeyDirectory.of(List.of(entry(null)));
        byte[] signature = key.sign(MESSAGE);
        assertThat(directory.verify("intake-1", "intake", FROM, MESSAGE, signature))
                .isEqualTo(Verdict.VALID);
        assertThat(directory.verify("intake-2", "intake", FROM, MESSAGE, signature))
                .isEqualTo(Verdict.UNKNOWN_KEY);
        assertThat(directory.verify("intake-1", "triage", FROM, MESSAGE, signature))
                .isEqualTo(Verdict.WRONG_SERVICE);
        assertThat(directory.verify("intake-1", "intake", FROM, new byte[0], signature))
                .isEqualTo(Verdict.BAD_SIGNATURE);
        assertThat(directory.verify("../intake-1", "", Instant.MAX, MESSAGE, new byte[0]))
                .isEqualTo(Verdict.UNKNOWN_KEY);
    }

    @Test
    void aNewKeyCountsWithinASecond(@TempDir Path folder) {
        AtomicLong seconds = new AtomicLong();
        KeyDirectory.write(folder, entry(null));
        KeyDirectory directory = KeyDirectory.read(folder, () -> seconds.get() * 1_000_000_000);
        SigningKey second = SigningKey.generate("intake-2");
        KeyDirectory.write(folder, entry("intake-2", second, null));
        assertThat(directory.verify("intake-2", "intake", FROM, MESSAGE, second.sign(MESSAGE)))
                .as("a flood of unknown ids reads the folder once a second")
                .isEqualTo(Verdict.UNKNOWN_KEY);
        seconds.set(1);
        assertThat(directory.verify("intake-2", "intake", FROM, MESSAGE, second.sign(MESSAGE)))
                .isEqualTo(Verdict.VALID);
        assertThat(directory.entries())
                .extracting(KeyEntry::kid)
                .containsExactly("intake-1", "intake-2");
    }

    @Test
    void aKeyMarkedCompromisedStopsCountingInARunningService(@TempDir Path folder) {
        AtomicLong seconds = new AtomicLong();
        KeyDirectory.write(folder, entry(null));
        KeyDirectory directory = KeyDirectory.read(folder, () -> seconds.get() * 1_000_000_000);
        KeyDirectory.write(folder, entry(null).compromisedAt(FROM));
        seconds.set(9);
        assertThat(directory.verify("intake-1", "intake", FROM, MESSAGE, key.sign(MESSAGE)))
                .isEqualTo(Verdict.VALID);
        seconds.set(10);
        assertThat(directory.verify("intake-1", "intake", FROM, MESSAGE, key.sign(MESSAGE)))
                .isEqualTo(Verdict.COMPROMISED);
    }

    @Test
    void aFolderDamagedLaterLeavesTheKnownKeysInForce(@TempDir Path folder) throws IOException {
        AtomicLong seconds = new AtomicLong();
        KeyDirectory.write(folder, entry(null));
        KeyDirectory directory = KeyDirectory.read(folder, () -> seconds.get() * 1_000_000_000);
        Files.writeString(folder.resolve("intake-2.json"), "{");
        seconds.set(60);
        assertThat(directory.verify("intake-1", "intake", FROM, MESSAGE, key.sign(MESSAGE)))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void refreshReadsAtOnce(@TempDir Path folder) {
        KeyDirectory.write(folder, entry(null));
        KeyDirectory directory = KeyDirectory.read(folder, () -> 0);
        KeyDirectory.write(folder, entry(null).compromisedAt(FROM));
        directory.refresh();
        assertThat(directory.verify("intake-1", "intake", FROM, MESSAGE, key.sign(MESSAGE)))
                .isEqualTo(Verdict.COMPROMISED);
    }

    @Test
    void aDamagedFileLeavesTheKnownKeysInForce(@TempDir Path folder) throws IOException {
        KeyDirectory.write(folder, entry(null));
        KeyDirectory directory = KeyDirectory.read(folder);
        Files.writeString(folder.resolve("intake-2.json"), "{");
        assertThatExceptionOfType(UnreadableKeyFile.class).isThrownBy(directory::refresh);
        assertThat(directory.find("intake-1")).isPresent();
    }

    @Test
    void whatIsWrittenIsRead(@TempDir Path folder) {
        KeyEntry written = entry(UNTIL).compromisedAt(UNTIL.minusSeconds(1));
        KeyDirectory.write(folder, written);
        assertThat(KeyDirectory.read(folder).find("intake-1")).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"kid\":\"other\"}",
                "{\"kid\":\"intake-1\",\"kid\":\"intake-1\"}",
                "{\"kid\":\"intake-1\",\"service\":\"intake\",\"publicKey\":\"SECRETish\",\"from\":\"2026-01-01T00:00:00Z\"}",
                "{\"kid\":\"intake-1\",\"service\":\"intake\",\"publicKey\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"from\":\"2026-01-01T00:00:00Z\"}",
                "{\"kid\":\"intake-1\",\"service\":\"In Take\",\"publicKey\":\"$\",\"from\":\"2026-01-01T00:00:00Z\"}",
                "{\"kid\":\"intake-1\",\"service\":\"intake\",\"publicKey\":\"$\",\"from\":\"SECRETish\"}",
                "{\"kid\":\"intake-1\",\"service\":\"intake\",\"publicKey\":\"$\",\"from\":1}",
                "{\"kid\":\"intake-1\",\"service\":\"intake\",\"publicKey\":\"$\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2025-01-01T00:00:00Z\"}"
            })
    void aDamagedFileIsNamedAndNotQuoted(String content, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("intake-1.json");
        Files.writeString(file, content.replace("$", key.publicKey().base64()));
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> KeyDirectory.read(folder))
                .withMessageStartingWith(file + ": ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRETish"));
    }

    @Test
    void aMissingFolderIsNamed(@TempDir Path folder) {
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> KeyDirectory.read(folder.resolve("none")))
                .withMessageContaining("none");
    }

    @Test
    void aServiceWhoseKeyNobodyKnowsDoesNotStart(@TempDir Path folder) {
        Path pem = folder.resolve("intake.pem");
        Path keys = folder.resolve("keys");
        key.write(pem);
        KeyDirectory.write(keys, entry("triage-1", key, null, "triage"));
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> ServiceIdentity.load("intake", pem, keys))
                .withMessageContaining("not listed for intake");
        KeyDirectory.write(keys, entry(null));
        assertThat(ServiceIdentity.load("intake", pem, keys).key().kid()).isEqualTo("intake-1");
    }

    @Test
    void aServiceWhoseKeyIsCompromisedDoesNotStart(@TempDir Path folder) {
        Path pem = folder.resolve("intake.pem");
        key.write(pem);
        KeyDirectory.write(folder, entry(null).compromisedAt(UNTIL));
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> ServiceIdentity.load("intake", pem, folder))
                .withMessageContaining("intake.pem: is marked compromised");
    }

    private Verdict judge(KeyEntry entry, Instant at) {
        return KeyDirectory.of(List.of(entry))
                .verify(entry.kid(), entry.service(), at, MESSAGE, key.sign(MESSAGE));
    }

    private KeyEntry entry(@Nullable Instant until) {
        return entry("intake-1", key, until);
    }

    private static KeyEntry entry(String kid, SigningKey key, @Nullable Instant until) {
        return entry(kid, key, until, "intake");
    }

    private static KeyEntry entry(
            String kid, SigningKey key, @Nullable Instant until, String service) {
        return new KeyEntry(kid, service, key.publicKey(), FROM, until, null);
    }
}
