package org.hikeshi.release.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hikeshi.trust.SecretFile;

/** The PKCS#12 file (RFC 7292) that keeps the firmware key under the name {@code firmware}. */
final class FirmwareKeystore {
    private static final String NAME = "firmware";
    private static final X500Name SUBJECT = new X500Name("CN=firmware signing key");
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3650);

    private FirmwareKeystore() {}

    /**
     * @throws IllegalStateException if there is no key of that name, or the password is another
     */
    static FirmwareKey load(Path file, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(SecretFile.read(file)), password);
            Certificate certificate = store.getCertificate(NAME);
            if (certificate == null || !(store.getKey(NAME, password) instanceof PrivateKey key)) {
                throw new IllegalStateException(file + " holds no key named " + NAME);
            }
            return new FirmwareKey(key, certificate.getPublicKey());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    file + " is no PKCS#12 keystore, or its password is another", e);
        }
    }

    /** Makes a new key with a certificate of its own; the file appears complete (0600). */
    static FirmwareKey create(Path file, char[] password, Instant now) {
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " exists: a signing key is never overwritten");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(FirmwareKey.BITS);
            KeyPair pair = generator.generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(
                    NAME, pair.getPrivate(), password, new Certificate[] {certificate(pair, now)});
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            SecretFile.write(file, bytes.toByteArray());
            return new FirmwareKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK must make RSA keys and PKCS#12 files", e);
        }
    }

    /* PKCS#12 keeps a private key only with a certificate; nobody is asked to trust this one. */
    private static Certificate certificate(KeyPair pair, Instant now) throws CertificateException {
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        SUBJECT,
                        new BigInteger(127, new SecureRandom()),
                        Date.from(now),
                        Date.from(now.plus(CERTIFICATE_LIFE)),
                        SUBJECT,
                        pair.getPublic());
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withRSA")
                                            .build(pair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every JDK must sign with RSA", e);
        }
    }
}
