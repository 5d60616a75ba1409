package org.hikeshi.trust;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D) with a 96-bit nonce and a 128-bit tag, by the JDK. */
final class AesGcm {

    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private AesGcm() {}

    /** Writes ciphertext and tag behind {@code out[at]}; {@code out} must be long enough. */
    static void seal(
            byte[] key,
            byte[] nonce,
            byte[] additional,
            byte[] plain,
            int length,
            byte[] out,
            int at) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            cipher.updateAAD(additional);
            cipher.doFinal(plain, 0, length, out, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM must work on every JDK", e);
        }
    }

    /** The plaintext of ciphertext and tag from {@code sealed[at]} to the end. */
    static byte[] open(byte[] key, byte[] nonce, byte[] additional, byte[] sealed, int at) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce);
            cipher.updateAAD(additional);
            return cipher.doFinal(sealed, at, sealed.length - at);
        } catch (AEADBadTagException e) {
            throw new NotOpened("the seal does not fit");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM must work on every JDK", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        return cipher;
    }
}
