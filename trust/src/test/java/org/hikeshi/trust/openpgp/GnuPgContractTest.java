package org.hikeshi.trust.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate in the hands of a real GnuPG. */
class GnuPgContractTest {

    private static final String DESK =
            "Example Devices product security desk <security@example.com>";
    private static final Instant NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    private static final byte[] TEXT = "{\"advisory\": 1}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    private DeskKeyFiles files;

    private record Answer(int status, String text) {}

    @BeforeEach
    void make() throws IOException {
        Assumptions.assumeTrue(onPath("gpg"), "gpg is not installed");
        files =
                new DeskKeyFiles(
                        folder.resolve("primary.asc"),
                        folder.resolve("intake.asc"),
                        folder.resolve("notifier.asc"),
                        folder.resolve("disclosure.asc"),
                        folder.resolve("desk.asc"));
        DeskCertificate.create(files, DESK, NOW);
    }

    @AfterEach
    void endAgents() throws Exception {
        for (String home : List.of("public", "intake", "disclosure")) {
            if (Files.isDirectory(folder.resolve(home))) {
                run(
                        List.of(
                                "gpgconf",
                                "--homedir",
                                folder.resolve(home).toString(),
                                "--kill",
                                "all"));
            }
        }
    }

    @Test
    void everySecretFileIsTheOwnersAloneAndNothingIsOverwritten() throws Exception {
        for (Path file :
                List.of(files.primary(), files.intake(), files.notifier(), files.disclosure())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThatThrownBy(() -> DeskCertificate.create(files, DESK, NOW))
                .hasMessageContaining("exists already");
        assertThat(Files.readString(files.certificate())).doesNotContain("PRIVATE", "Version");
    }

    @Test
    void gnupgVerifiesWhatEachServiceSigns() throws Exception {
        for (Path file : files.ofServices()) {
            OpenPgpSigner signer = OpenPgpSigner.read(file, InstantSource.system());
            Answer good = verify(TEXT, signer.detached(TEXT));
            assertThat(good.text()).contains("VALIDSIG " + signer.subkeyFingerprint());
            assertThat(good.text()).contains(signer.certificateFingerprint());
            assertThat(good.status()).isZero();
            Answer bad =
                    verify(
                            "{\"advisory\": 2}\n".getBytes(StandardCharsets.UTF_8),
                            signer.detached(TEXT));
            assertThat(bad.status()).isNotZero();
            assertThat(bad.text()).contains("BADSIG");
        }
        assertThat(
                        files.ofServices().stream()
                                .map(
                                        file ->
                                                OpenPgpSigner.read(file, InstantSource.system())
                                                        .subkeyFingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void gnupgVerifiesATextWithItsSignatureAroundIt() throws Exception {
        OpenPgpSigner signer = OpenPgpSigner.read(files.disclosure(), InstantSource.system());
        String signed = signer.clearSigned("Contact: mailto:a@example.com\n- a dash\nPolicy: x\n");
        gpg("public", "--import", files.certificate().toString());
        Path good = Files.writeString(folder.resolve("good.txt"), signed);
        assertThat(gpg("public", "--status-fd", "1", "--verify", good.toString()).text())
                .contains("VALIDSIG " + signer.subkeyFingerprint());
        Path bad = Files.writeString(folder.resolve("bad.txt"), signed.replace("a@ex", "b@ex"));
        assertThat(gpg("public", "--status-fd", "1", "--verify", bad.toString()).text())
                .contains("BADSIG");
    }

    @Test
    void aServiceHoldsItsOwnSubkeysAndNeverThePrimaryKey() throws Exception {
        gpg("intake", "--import", files.intake().toString());
        gpg("disclosure", "--import", files.disclosure().toString());
        // "#" marks a secret key that is only a stub.
        assertThat(secrets("intake")).containsExactly("sec#", "ssb", "ssb", "ssb#", "ssb#");
        assertThat(secrets("disclosure")).containsExactly("sec#", "ssb#", "ssb#", "ssb#", "ssb");
    }

    @Test
    void onlyIntakeReadsEncryptedMail() throws Exception {
        Path sealed = sealedForTheDesk("mail");
        gpg("intake", "--import", files.intake().toString());
        gpg("disclosure", "--import", files.disclosure().toString());
        assertThat(gpg("intake", "--decrypt", sealed.toString()).text())
                .contains("a planted sentence");
        assertThat(gpg("disclosure", "--decrypt", sealed.toString()).status()).isNotZero();
    }

    @Test
    void rotationAddsSubkeysAndForgetsNothing() throws Exception {
        OpenPgpSigner old = OpenPgpSigner.read(files.disclosure(), InstantSource.system());
        byte[] signedBefore = old.detached(TEXT);
        Path sealedBefore = sealedForTheDesk("before");
        DeskCertificate.rotate(files, NOW.plusSeconds(30));
        OpenPgpSigner renewed = OpenPgpSigner.read(files.disclosure(), InstantSource.system());

        assertThat(renewed.subkeyFingerprint()).isNotEqualTo(old.subkeyFingerprint());
        assertThat(renewed.certificateFingerprint()).isEqualTo(old.certificateFingerprint());
        assertThat(verify(TEXT, renewed.detached(TEXT)).text())
                .contains("VALIDSIG " + renewed.subkeyFingerprint());
        assertThat(verify(TEXT, signedBefore).status()).isZero();
        gpg("intake", "--import", files.intake().toString());
        assertThat(gpg("intake", "--decrypt", sealedBefore.toString()).text())
                .contains("a planted sentence");
        assertThat(gpg("intake", "--decrypt", sealedForTheDesk("after").toString()).status())
                .isZero();
        assertThat(secrets("intake")).filteredOn("ssb"::equals).hasSize(4);
        assertThat(secrets("intake").getFirst()).isEqualTo("sec#");
    }

    @Test
    void theFingerprintIsWhatGnupgShows() throws Exception {
        OpenPgpCertificate certificate = OpenPgpCertificate.read(files.certificate());
        gpg("public", "--import", files.certificate().toString());
        assertThat(gpg("public", "--with-colons", "--list-keys").text())
                .contains("fpr:::::::::" + certificate.fingerprint())
                .contains("Example Devices product security desk");
        assertThat(certificate.fingerprintInGroups()).matches("([0-9A-F]{4} ){9}[0-9A-F]{4}");
        assertThat(certificate.armoured()).isEqualTo(Files.readAllBytes(files.certificate()));
    }

    private Answer verify(byte[] text, byte[] signature) throws Exception {
        Path file = Files.write(folder.resolve("text"), text);
        Path armour = Files.write(folder.resolve("text.asc"), signature);
        gpg("public", "--import", files.certificate().toString());
        return gpg("public", "--status-fd", "1", "--verify", armour.toString(), file.toString());
    }

    private Path sealedForTheDesk(String name) throws Exception {
        Path plain = Files.writeString(folder.resolve(name), "a planted sentence\n");
        Path sealed = folder.resolve(name + ".gpg");
        gpg("public", "--import", files.certificate().toString());
        Answer answer =
                gpg(
                        "public",
                        "--trust-model",
                        "always",
                        "--output",
                        sealed.toString(),
                        "--recipient",
                        "security@example.com",
                        "--encrypt",
                        plain.toString());
        assertThat(answer.status()).as(answer.text()).isZero();
        return sealed;
    }

    private List<String> secrets(String home) throws Exception {
        return gpg(home, "--list-secret-keys")
                .text()
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(word -> word.startsWith("sec") || word.startsWith("ssb"))
                .toList();
    }

    private Answer gpg(String home, String... words) throws Exception {
        Path dir = folder.resolve(home);
        if (!Files.isDirectory(dir)) {
            Files.createDirectory(
                    dir,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        List<String> line = new ArrayList<>(List.of("gpg", "--homedir", dir.toString(), "--batch"));
        line.addAll(List.of(words));
        return run(line);
    }

    private static Answer run(List<String> line) throws Exception {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }
}
