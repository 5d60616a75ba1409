package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void twoServicesKnowEachOther(@TempDir Path folder) {
        TrustStore store = TrustStore.createForLauncher(folder, List.of("intake", "notifier"), NOW);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ServiceTokens notifier = new ServiceTokens(identity(store, "notifier"), clock);
        ServiceTokens intake = new ServiceTokens(identity(store, "intake"), clock);

        String token = notifier.issue("intake");

        assertThat(intake.check(token, "intake"))
                .isInstanceOfSatisfying(
                        TokenVerdict.Accepted.class,
                        accepted -> assertThat(accepted.service()).isEqualTo("notifier"));
        assertThat(intake.check(token, "intake"))
                .isEqualTo(new TokenVerdict.Rejected(TokenVerdict.Reason.REPLAYED));
    }

    @Test
    void aSecondStartChangesNothing(@TempDir Path folder) {
        TrustStore store = TrustStore.createForLauncher(folder, List.of("intake"), NOW);
        MasterKey first = masterKey(store);
        DataKey key = DataKey.generate();
        WrappedKey wrapped = first.wrap(key);
        SealedAt at = SealedAt.of("report", "identity", "1");
        byte[] sealed = key.seal(new byte[] {1, 2, 3}, at);
        byte[] secret = SecretFile.read(store.intakeSecret());

        TrustStore.createForLauncher(folder, List.of("intake", "triage"), NOW.plusSeconds(60));

        assertThat(masterKey(store).unwrap(wrapped).open(sealed, at)).containsExactly(1, 2, 3);
        assertThat(SecretFile.read(store.intakeSecret())).isEqualTo(secret);
        assertThat(identity(store, "triage").key().kid()).isEqualTo("triage-1");
    }

    @Test
    void anInterruptedFirstStartIsCompleted(@TempDir Path folder) throws IOException {
        TrustStore store = TrustStore.createForLauncher(folder, List.of("intake"), NOW);
        PublicKey32 key = identity(store, "intake").key().publicKey();
        Files.delete(store.keyDirectory().resolve("intake-1.json"));
        Files.delete(store.masterKeystore("intake"));
        TrustStore.createForLauncher(folder, List.of("intake"), NOW);
        assertThat(identity(store, "intake").key().publicKey()).isEqualTo(key);
        assertThat(masterKey(store).generation()).isEqualTo(1);
    }

    @Test
    void aLostPrivateKeyIsReplacedUnderANewId(@TempDir Path folder) throws IOException {
        TrustStore store = TrustStore.createForLauncher(folder, List.of("intake"), NOW);
        Files.delete(store.signingKey("intake"));
        TrustStore.createForLauncher(folder, List.of("intake"), NOW);
        assertThat(identity(store, "intake").key().kid()).isEqualTo("intake-2");
        assertThat(KeyDirectory.read(store.keyDirectory()).find("intake-1")).isPresent();
    }

    @Test
    void rotationLeavesNoMomentInWhichNothingCounts(@TempDir Path folder) {
        TrustStore store = TrustStore.createForLauncher(folder, List.of("intake"), NOW);
        ServiceIdentity before = identity(store, "intake");
        Instant rotated = NOW.plus(Duration.ofDays(30));
        store.rotateSigningKey("intake", rotated, Duration.ofDays(1));
        ServiceIdentity after = identity(store, "intake");
        assertThat(after.key().kid()).isEqualTo("intake-2");
        assertThat(verdict(after, before.key(), NOW)).isEqualTo(Verdict.VALID);
        for (int hour = -24; hour < 24; hour++) {
            Instant at = rotated.plus(Duration.ofHours(hour));
            assertThat(verdict(after, before.key(), at)).isEqualTo(Verdict.VALID);
            assertThat(verdict(after, after.key(), at)).isEqualTo(Verdict.VALID);
        }
        assertThat(verdict(after, before.key(), rotated.plus(Duration.ofDays(1))))
                .isEqualTo(Verdict.OUT_OF_TIME);
        TrustStore.createForLauncher(folder, List.of("intake"), rotated);
        assertThat(identity(store, "intake").key().kid()).isEqualTo("intake-2");
    }

    private static Verdict verdict(ServiceIdentity listener, SigningKey key, Instant at) {
        byte[] message = {1};
        return listener.directory().verify(key.kid(), "intake", at, message, key.sign(message));
    }

    private static MasterKey masterKey(TrustStore store) {
        return MasterKey.load(
                store.masterKeystore("intake"),
                TrustStore.readPassword(store.masterPassword("intake")));
    }

    private static ServiceIdentity identity(TrustStore store, String service) {
        return ServiceIdentity.load(service, store.signingKey(service), store.keyDirectory());
    }
}
