package org.hikeshi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Stream;
import org.hikeshi.policy.Policy;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.ServiceIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first start makes, what later starts keep, and what is refused before anything runs. */
class FirstStartTest {
    @TempDir private Path dir;

    private Premises premises;

    @BeforeEach
    void prepare() throws IOException {
        premises = new Premises(dir, dir.resolve(".hikeshi"));
        premises.prepare();
    }

    @Test
    void everySecretIsItsOwnersAloneAndTheFolderToo() throws IOException {
        new FirstSecrets(premises, Clock.systemUTC()).make();

        assertThat(mode(premises.home())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(premises.secrets())) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(
                            file ->
                                    assertThat(mode(file))
                                            .as(file.toString())
                                            .isEqualTo("rw-------"));
        }
        assertThat(mode(premises.people())).isEqualTo("rw-------");
    }

    @Test
    void eachServiceGetsAnIdentityAMasterKeyAndEachPersonAPassword() throws IOException {
        var secrets = new FirstSecrets(premises, Clock.systemUTC());
        secrets.make();

        for (String service : Premises.SERVICES) {
            assertThat(
                            ServiceIdentity.load(
                                            service, secrets.serviceKey(service), premises.keys())
                                    .service())
                    .isEqualTo(service);
            char[] password =
                    Files.readString(secrets.masterPassword(service)).strip().toCharArray();
            assertThat(MasterKey.load(secrets.masterKeystore(service), password).generation())
                    .isEqualTo(1);
        }
        assertThat(people())
                .hasSize(11)
                .containsKeys(
                        "ciso.password", "security-office-2.password", "developer-2.password");
    }

    @Test
    void everybodyOfATrialCanBeWrittenTo() throws IOException {
        new FirstSecrets(premises, Clock.systemUTC()).make();

        assertThat(Files.readAllLines(premises.staff()))
                .hasSize(12)
                .contains(
                        "security-office-2 = security-office-2@example.com; both; security-office",
                        "deputy.ciso = security-office");
    }

    @Test
    void theDesksCertificateIsMadeOnceAndEachServiceIsToldItsOwnFile() throws IOException {
        Policy policy = ChosenPolicy.of(premises, Optional.empty()).loaded().policy();
        var key = new DeskKey(premises, Clock.systemUTC());
        key.makeOnce(policy);
        String fingerprint = key.fingerprint();
        key.makeOnce(policy);

        assertThat(key.fingerprint()).isEqualTo(fingerprint);
        assertThat(DeskKey.userId(policy))
                .matches("[^<]+ product security desk <[^@]+@example.com>");
        assertThat(DeskKey.of(premises, "disclosure").map(Files::exists)).contains(true);
        assertThat(DeskKey.of(premises, "triage")).isEmpty();
        assertThatThrownBy(() -> key.create(policy)).hasMessageContaining(fingerprint);
        key.rotate();
        assertThat(key.fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void aSecondStartKeepsEverything() throws IOException {
        new FirstSecrets(premises, Clock.systemUTC()).make();
        Properties before = people();
        String key = Files.readString(premises.secrets().resolve("intake/service-key.pem"));

        new FirstSecrets(premises, Clock.systemUTC()).make();

        assertThat(people()).isEqualTo(before);
        assertThat(Files.readString(premises.secrets().resolve("intake/service-key.pem")))
                .isEqualTo(key);
    }

    @Test
    void aKeptPortStaysUnlessAStrangerTookIt() throws IOException {
        Path file = dir.resolve("ports.properties");
        int first = new KeptPorts(file).of("intake", false);

        assertThat(new KeptPorts(file).of("intake", false)).isEqualTo(first);
        try (var stranger = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(stranger.isBound()).isTrue();
            assertThat(new KeptPorts(file).of("intake", false)).isNotEqualTo(first);
        }
    }

    @Test
    void theDefaultPolicyIsCopiedAndTheNamedOneRemembered() throws IOException {
        assertThat(ChosenPolicy.of(premises, Optional.empty()).file())
                .isEqualTo(premises.home().resolve("policy.yaml"));
        Path mine = dir.resolve("mine.yaml");
        Files.copy(premises.home().resolve("policy.yaml"), mine);

        ChosenPolicy.of(premises, Optional.of(mine));

        assertThat(ChosenPolicy.of(premises, Optional.empty()).file()).isEqualTo(mine);
    }

    @Test
    void aPolicyWithAMistakeIsRefusedWithItsLine() throws IOException {
        Path bad = dir.resolve("bad.yaml");
        Files.writeString(bad, "organisation: {}\nnonsense: 1\n");

        assertThatThrownBy(() -> ChosenPolicy.of(premises, Optional.of(bad)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bad.yaml:2:");
        assertThat(premises.home().resolve("policy.path")).doesNotExist();
    }

    @Test
    void tooLittleMemoryAndAWrongPortAreOneSentenceInBothLanguages() {
        assertThatThrownBy(() -> FirstChecks.memory(OptionalLong.of(700)))
                .hasMessage(
                        "Too little memory: Hikeshi needs about 1.8 GB, and only 0.7 GB is free.");
        assertThatCode(() -> FirstChecks.memory(OptionalLong.of(4000))).doesNotThrowAnyException();
        assertThatCode(() -> FirstChecks.memory(OptionalLong.empty())).doesNotThrowAnyException();
        assertThatThrownBy(() -> Wishes.of(Map.of("HIKESHI_PORT_SMTP", "70000")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.sentence(true)).contains("ポート番号"))
                .hasMessageContaining("HIKESHI_PORT_SMTP");
    }

    @Test
    void aSecondLauncherOnTheFolderIsRefused() throws IOException {
        Wishes wishes = Wishes.of(Map.of());
        try (var first = OnlyOne.take(premises, wishes)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> OnlyOne.take(premises, wishes))
                    .hasMessageContaining("already runs");
        }
        try (var later = OnlyOne.take(premises, wishes)) {
            assertThat(later).isNotNull();
        }
    }

    private Properties people() throws IOException {
        var people = new Properties();
        try (var in = Files.newBufferedReader(premises.people())) {
            people.load(in);
        }
        return people;
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
