package org.hikeshi.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** The third party that a reporter would ask: the installed {@code openssl}. */
final class OpenSsl {
    /** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410 §4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private OpenSsl() {}

    static boolean isInstalled() {
        try {
            return run(Path.of("."), "openssl", "version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * {@code openssl pkeyutl -verify -rawin} over files in the folder.
     *
     * @param publicKey raw, 32 bytes
     */
    static boolean verifies(Path folder, byte[] publicKey, byte[] message, byte[] signature)
            throws IOException {
        byte[] spki = new byte[SPKI.length + publicKey.length];
        System.arraycopy(SPKI, 0, spki, 0, SPKI.length);
        System.arraycopy(publicKey, 0, spki, SPKI.length, publicKey.length);
        Files.write(folder.resolve("key.der"), spki);
        Files.write(folder.resolve("receipt.txt"), message);
        Files.write(folder.resolve("receipt.sig"), signature);
        return run(
                        folder,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-rawin",
                        "-pubin",
                        "-keyform",
                        "DER",
                        "-inkey",
                        "key.der",
                        "-in",
                        "receipt.txt",
                        "-sigfile",
                        "receipt.sig")
                == 0;
    }

    private static int run(Path folder, String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IOException("openssl does not end: " + said);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
