package org.hikeshi.trust.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.hikeshi.trust.SecretFile;
import org.pgpainless.PGPainless;

/** Reads and writes key rings in their ASCII armour. */
final class KeyRings {

    private KeyRings() {}

    static PGPSecretKeyRing secret(Path file) {
        try {
            PGPSecretKeyRing ring =
                    PGPainless.readKeyRing()
                            .secretKeyRing(new ByteArrayInputStream(SecretFile.read(file)));
            if (ring != null) {
                return ring;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no OpenPGP secret key", e);
        }
        throw new IllegalStateException(file + " is no OpenPGP secret key");
    }

    static PGPPublicKeyRing certificate(Path file) {
        try {
            PGPPublicKeyRing ring =
                    PGPainless.readKeyRing()
                            .publicKeyRing(new ByteArrayInputStream(SecretFile.read(file)));
            if (ring != null) {
                return ring;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no OpenPGP certificate", e);
        }
        throw new IllegalStateException(file + " is no OpenPGP certificate");
    }

    static byte[] armoured(PGPKeyRing ring) {
        return armoured(encoded(ring));
    }

    /** Any OpenPGP packets as text, without a line that names the software. */
    static byte[] armoured(byte[] packets) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour =
                ArmoredOutputStream.builder().clearHeaders().enableCRC(true).build(text)) {
            armour.write(packets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString(StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] encoded(PGPKeyRing ring) {
        try {
            return ring.getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Forty upper-case hexadecimal digits, without spaces. */
    static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().formatHex(key.getFingerprint()).toUpperCase(Locale.ROOT);
    }
}
