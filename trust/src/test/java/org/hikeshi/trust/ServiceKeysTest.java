package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeysTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir Path folder;
    private ServiceKeys keys = new ServiceKeys(Path.of(""));

    @BeforeEach
    void makeKeys() {
        keys = new ServiceKeys(folder.resolve("keys"));
        keys.make("intake", pem("intake"), NOW);
        keys.make("notifier", pem("notifier"), NOW);
    }

    @Test
    void twoServicesKnowEachOther() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        String token = new ServiceTokens(identity("notifier"), clock).issue("intake");
        assertThat(new ServiceTokens(identity("intake"), clock).check(token, "intake"))
                .isInstanceOfSatisfying(
                        TokenVerdict.Accepted.class,
                        accepted -> assertThat(accepted.service()).isEqualTo("notifier"));
    }

    @Test
    void aSecondStartChangesNothing() {
        PublicKey32 key = identity("intake").key().publicKey();
        keys.make("intake", pem("intake"), NOW.plusSeconds(60));
        assertThat(identity("intake").key().publicKey()).isEqualTo(key);
        assertThat(identity("intake").directory().entries()).hasSize(2);
    }

    @Test
    void anInterruptedFirstStartIsCompleted() throws IOException {
        PublicKey32 key = identity("intake").key().publicKey();
        Files.delete(folder.resolve("keys/intake-1.json"));
        keys.make("intake", pem("intake"), NOW);
        assertThat(identity("intake").key().publicKey()).isEqualTo(key);
    }

    @Test
    void aLostPrivateKeyIsReplacedUnderANewId() throws IOException {
        Files.delete(pem("intake"));
        keys.make("intake", pem("intake"), NOW);
        assertThat(identity("intake").key().kid()).isEqualTo("intake-2");
        assertThat(identity("intake").directory().find("intake-1")).isPresent();
    }

    @Test
    void rotationLeavesNoMomentInWhichNothingCounts() {
        SigningKey before = identity("intake").key();
        Instant rotated = NOW.plus(Duration.ofDays(30));
        keys.rotate("intake", pem("intake"), rotated, Duration.ofDays(1));
        SigningKey after = identity("intake").key();
        assertThat(after.kid()).isEqualTo("intake-2");
        assertThat(verdict(before, NOW)).isEqualTo(Verdict.VALID);
        for (int hour = -24; hour < 24; hour++) {
            Instant at = rotated.plus(Duration.ofHours(hour));
            assertThat(verdict(before, at)).isEqualTo(Verdict.VALID);
            assertThat(verdict(after, at)).isEqualTo(Verdict.VALID);
        }
        assertThat(verdict(before, rotated.plus(Duration.ofDays(1))))
                .isEqualTo(Verdict.OUT_OF_TIME);
        keys.make("intake", pem("intake"), rotated);
        assertThat(identity("intake").key().kid()).isEqualTo("intake-2");
    }

    private Verdict verdict(SigningKey key, Instant at) {
        byte[] message = {1};
        return KeyDirectory.read(folder.resolve("keys"))
                .verify(key.kid(), "intake", at, message, key.sign(message));
    }

    private Path pem(String service) {
        return folder.resolve(service + ".pem");
    }

    private ServiceIdentity identity(String service) {
        return ServiceIdentity.load(service, pem(service), folder.resolve("keys"));
    }
}
