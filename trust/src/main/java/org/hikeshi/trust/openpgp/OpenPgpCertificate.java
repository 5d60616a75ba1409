package org.hikeshi.trust.openpgp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKeyRing;

/** The desk's public certificate, as {@code /.well-known/openpgp-key.asc} offers it. */
public final class OpenPgpCertificate {

    private final PGPPublicKeyRing ring;

    private OpenPgpCertificate(PGPPublicKeyRing ring) {
        this.ring = ring;
    }

    /**
     * Reads what {@code HIKESHI_OPENPGP_CERTIFICATE} names.
     *
     * @throws org.hikeshi.trust.UnreadableKeyFile if it is missing
     */
    public static OpenPgpCertificate read(Path file) {
        return new OpenPgpCertificate(KeyRings.certificate(file));
    }

    /** In ASCII armour; media type {@code application/pgp-keys}. */
    public byte[] armoured() {
        return KeyRings.armoured(ring);
    }

    /** Of the primary key: forty upper-case hexadecimal digits. */
    public String fingerprint() {
        return KeyRings.fingerprint(ring.getPublicKey());
    }

    /** The fingerprint as people compare it: ten groups of four digits. */
    public String fingerprintInGroups() {
        String digits = fingerprint();
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < digits.length(); at += 4) {
            groups.add(digits.substring(at, at + 4));
        }
        return String.join(" ", groups);
    }
}
