package org.hikeshi.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A throw-away certificate for localhost, as a company's own authority would give one.
 *
 * @param pem the certificate
 * @param key its key, PKCS#8 in PEM
 */
record Certificate(Path pem, Path key, KeyStore store) {
    private static final String PASSWORD = "throw-away";

    static Certificate forLocalhost(Path folder) throws Exception {
        Path pem = folder.resolve("tls.pem");
        Path key = folder.resolve("tls.key");
        Path both = folder.resolve("tls.p12");
        run(
                "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
                        + " -addext subjectAltName=DNS:localhost -keyout "
                        + (key + " -out " + pem));
        run(
                "openssl pkcs12 -export -name tls -passout pass:"
                        + (PASSWORD + " -inkey " + key + " -in " + pem + " -out " + both));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(both)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Certificate(pem, key, store);
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command.split(" "))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }

    /** Shows itself with this certificate, and trusts it alone. */
    SSLContext context() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", store.getCertificate("tls"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** What Chromium pins: base64 of the SHA-256 of the public key. */
    String pin() throws GeneralSecurityException {
        byte[] key = store.getCertificate("tls").getPublicKey().getEncoded();
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    }
}
