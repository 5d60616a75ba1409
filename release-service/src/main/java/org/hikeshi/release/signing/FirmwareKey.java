package org.hikeshi.release.signing;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.hikeshi.trust.Sha256;

/** The key pair that signs firmware. RSA of at least 3072 bits. */
public final class FirmwareKey {
    static final int BITS = 3072;

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec(
                    "SHA-256",
                    "MGF1",
                    MGF1ParameterSpec.SHA256,
                    32,
                    PSSParameterSpec.TRAILER_FIELD_BC);
    private static final int BUFFER = 64 * 1024;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    FirmwareKey(PrivateKey privateKey, PublicKey publicKey) {
        if (!(publicKey instanceof RSAKey rsa) || rsa.getModulus().bitLength() < BITS) {
            throw new IllegalArgumentException(
                    "firmware is signed with RSA of " + BITS + " bits or more");
        }
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The first 16 hex digits of the SHA-256 of the public key (SubjectPublicKeyInfo). */
    public String id() {
        byte[] digest = Sha256.of(publicKey.getEncoded());
        return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    }

    /** The public key for {@code openssl dgst -verify}: PEM of the SubjectPublicKeyInfo. */
    public String publicPem() {
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** Signs a stream to its end. Two signatures of the same bytes differ (random salt). */
    public byte[] sign(InputStream bytes) throws IOException {
        try {
            Signature signature = pss();
            signature.initSign(privateKey);
            feed(signature, bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the firmware key cannot sign", e);
        }
    }

    /** Whether this key signed these bytes. */
    public boolean verify(InputStream bytes, byte[] signed) throws IOException {
        try {
            Signature signature = pss();
            signature.initVerify(publicKey);
            feed(signature, bytes);
            return signature.verify(signed);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the firmware key cannot verify", e);
        }
    }

    private static void feed(Signature signature, InputStream bytes)
            throws IOException, SignatureException {
        byte[] buffer = new byte[BUFFER];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            signature.update(buffer, 0, read);
        }
    }

    private static Signature pss() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PSS);
        return signature;
    }

    @Override
    public String toString() {
        return "FirmwareKey " + id();
    }
}
