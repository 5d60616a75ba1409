package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, the real {@code openssl} reads, and the other way round. */
class OpenSslContractTest {

    @TempDir Path folder;

    @BeforeEach
    void isThere() throws Exception {
        assumeTrue(
                runs("openssl", "version"),
                "skipped: OpenSSL's own verdict on our signatures (no openssl on the path)");
    }

    @Test
    void aReceiptVerifiesAsTheContractSays() throws Exception {
        SigningKey key = SigningKey.generate("intake-1");
        Receipt receipt =
                new Receipt(
                        "R-7K3M-92QX-W",
                        Instant.parse("2026-04-01T00:00:00Z"),
                        "1.0",
                        "a".repeat(64),
                        List.of("b".repeat(64)),
                        List.of(
                                new Receipt.Promise(
                                        "E3.2-ack",
                                        "receipt-mail",
                                        "commitment",
                                        Instant.parse("2026-04-01T15:00:00Z"))));
        SignedReceipt signed = new ReceiptSigner(key).sign(receipt);
        assertThat(verifies(key.publicKey(), signed.bytes(), signed.ed25519())).isTrue();
        byte[] forged = new String(signed.bytes(), "UTF-8").replace("T15", "T16").getBytes("UTF-8");
        assertThat(verifies(key.publicKey(), forged, signed.ed25519())).isFalse();
    }

    @Test
    void openSslAgreesOnAnyMessage() throws Exception {
        Random random = new Random(13);
        for (int i = 0; i < 10; i++) {
            byte[] message = new byte[1 + random.nextInt(3_000)];
            random.nextBytes(message);
            SigningKey key = SigningKey.generate("k");
            byte[] signature = key.sign(message);
            assertThat(verifies(key.publicKey(), message, signature)).isTrue();
            byte[] wrong = Flips.bit(signature, random.nextInt(512));
            assertThat(verifies(key.publicKey(), message, wrong)).isFalse();
        }
    }

    @Test
    void openSslSignsWithOurKeyFileTheSameBytes() throws Exception {
        SigningKey key = SigningKey.generate("k");
        key.write(folder.resolve("k.pem"));
        Path message = Files.write(folder.resolve("message"), new byte[] {1, 2, 3});
        Path signature = folder.resolve("signature");
        assertThat(
                        runs(
                                "openssl",
                                "pkeyutl",
                                "-sign",
                                "-rawin",
                                "-inkey",
                                folder.resolve("k.pem").toString(),
                                "-in",
                                message.toString(),
                                "-out",
                                signature.toString()))
                .isTrue();
        assertThat(Files.readAllBytes(signature)).isEqualTo(key.sign(new byte[] {1, 2, 3}));
    }

    @Test
    void aKeyThatOpenSslMadeIsRead() throws Exception {
        Path pem = folder.resolve("made-by-openssl.pem");
        assertThat(runs("openssl", "genpkey", "-algorithm", "ed25519", "-out", pem.toString()))
                .isTrue();
        SigningKey key = SigningKey.read(pem);
        assertThat(verifies(key.publicKey(), new byte[] {9}, key.sign(new byte[] {9}))).isTrue();
    }

    private boolean verifies(PublicKey32 key, byte[] message, byte[] signature) throws Exception {
        Path pem = Files.writeString(folder.resolve("key.pem"), key.pem());
        Path in = Files.write(folder.resolve("bytes"), message);
        Path sig = Files.write(folder.resolve("ed25519"), signature);
        return runs(
                "openssl",
                "pkeyutl",
                "-verify",
                "-rawin",
                "-pubin",
                "-inkey",
                pem.toString(),
                "-in",
                in.toString(),
                "-sigfile",
                sig.toString());
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(new ArrayList<>(List.of(command)))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("output").toFile())
                            .start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
