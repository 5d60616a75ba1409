package org.hikeshi.system.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The vendor's public key as it was put into the device: RSA-PSS, SHA-256, MGF1-SHA-256, salt 32.
 */
public record VendorKey(PublicKey key) {
    static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    public static VendorKey ofPem(String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return new VendorKey(
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
    }

    boolean signed(byte[] bytes, byte[] signature) throws GeneralSecurityException {
        Signature check = begin();
        check.update(bytes);
        return ends(check, signature);
    }

    boolean signed(Path file, byte[] signature) throws GeneralSecurityException, IOException {
        Signature check = begin();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                check.update(buffer, 0, read);
            }
        }
        return ends(check, signature);
    }

    private Signature begin() throws GeneralSecurityException {
        Signature check = Signature.getInstance("RSASSA-PSS");
        check.setParameter(PSS);
        check.initVerify(key);
        return check;
    }

    private static boolean ends(Signature check, byte[] signature) {
        try {
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        }
    }
}
