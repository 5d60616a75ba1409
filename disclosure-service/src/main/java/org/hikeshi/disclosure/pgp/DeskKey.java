package org.hikeshi.disclosure.pgp;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.openpgp.OpenPgpCertificate;
import org.hikeshi.trust.openpgp.OpenPgpSigner;

/**
 * The desk's key as this service has it: its own signing subkey ({@code hikeshi.openpgp-key}) and
 * the certificate for everybody ({@code hikeshi.openpgp-certificate}). Without the files nothing is
 * signed.
 */
@Singleton
public class DeskKey {
    private final Optional<OpenPgpSigner> signer;
    private final Optional<OpenPgpCertificate> certificate;

    DeskKey(
            @ConfigProperty(name = "hikeshi.openpgp-key") Optional<Path> key,
            @ConfigProperty(name = "hikeshi.openpgp-certificate") Optional<Path> certificate,
            Clock clock) {
        this.signer = key.map(file -> OpenPgpSigner.read(file, clock));
        this.certificate = certificate.map(OpenPgpCertificate::read);
    }

    /** Whether what is published is signed and can be checked. */
    public boolean present() {
        return signer.isPresent() && certificate.isPresent();
    }

    /** ASCII-armoured detached signature of exactly these bytes. */
    public Optional<String> sign(byte[] bytes) {
        return signer.filter(any -> present())
                .map(desk -> new String(desk.detached(bytes), StandardCharsets.US_ASCII));
    }

    /** The text with its signature around it, for security.txt (RFC 9116 §2.3). */
    public Optional<String> clearSign(String text) {
        return signer.filter(any -> present()).map(desk -> desk.clearSigned(text));
    }

    /** The desk's certificate, ASCII armour. */
    public Optional<String> certificate() {
        return certificate.map(desk -> new String(desk.armoured(), StandardCharsets.US_ASCII));
    }

    /** Of the primary key: forty hexadecimal digits in upper case. */
    public Optional<String> fingerprint() {
        return certificate.map(OpenPgpCertificate::fingerprint);
    }

    /** The fingerprint as people compare it: ten groups of four digits. */
    public Optional<String> fingerprintInGroups() {
        return certificate.map(OpenPgpCertificate::fingerprintInGroups);
    }
}
