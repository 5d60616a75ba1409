package org.hikeshi.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The third party that a reporter would ask: the installed {@code openssl}. */
final class OpenSsl {
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
     * @param publicKey PEM (RFC 8410)
     */
    static boolean verifies(Path folder, String publicKey, byte[] message, byte[] signature)
            throws IOException {
        Files.writeString(folder.resolve("key.pem"), publicKey);
        Files.write(folder.resolve("receipt.txt"), message);
        Files.write(folder.resolve("receipt.sig"), signature);
        return run(
                        folder,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-rawin",
                        "-pubin",
                        "-inkey",
                        "key.pem",
                        "-in",
                        "receipt.txt",
                        "-sigfile",
                        "receipt.sig")
                == 0;
    }

    /**
     * {@code openssl dgst -verify} of a file under RSA-PSS, as the download page shows it.
     *
     * @param publicKey PEM
     */
    static boolean verifiesPss(Path folder, String publicKey, byte[] file, byte[] signature)
            throws IOException {
        Files.writeString(folder.resolve("signing-key.pem"), publicKey);
        Files.write(folder.resolve("firmware"), file);
        Files.write(folder.resolve("firmware.sig"), signature);
        return run(
                        folder,
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-verify",
                        "signing-key.pem",
                        "-sigopt",
                        "rsa_padding_mode:pss",
                        "-sigopt",
                        "rsa_pss_saltlen:32",
                        "-signature",
                        "firmware.sig",
                        "firmware")
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
