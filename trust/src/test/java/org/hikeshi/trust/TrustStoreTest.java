package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
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

    private static MasterKey masterKey(TrustStore store) {
        return MasterKey.load(
                store.masterKeystore("intake"),
                TrustStore.readPassword(store.masterPassword("intake")));
    }

    private static ServiceIdentity identity(TrustStore store, String service) {
        return ServiceIdentity.load(service, store.signingKey(service), store.keyDirectory());
    }
}
