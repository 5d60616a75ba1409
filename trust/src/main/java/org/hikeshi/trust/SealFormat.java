package org.hikeshi.trust;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The bytes of one sealed value, version 1 (ADR 0102): a letter for what it is, the version, the
 * generation of the key, the nonce, ciphertext and tag. The first six bytes are additional data
 * too, so none of them can be changed.
 */
final class SealFormat {

    static final byte VERSION = 1;
    private static final int HEAD = 1 + 1 + Integer.BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealFormat() {}

    static byte[] seal(char kind, int generation, byte[] key, byte[] place, byte[] plain) {
        byte[] head = head(kind, generation);
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        int start = HEAD + nonce.length;
        byte[] sealed = Arrays.copyOf(head, start + plain.length + AesGcm.TAG_BYTES);
        System.arraycopy(nonce, 0, sealed, HEAD, nonce.length);
        AesGcm.seal(key, nonce, additional(head, place), plain, plain.length, sealed, start);
        return sealed;
    }

    static byte[] open(char kind, byte[] key, byte[] place, byte[] sealed) {
        byte[] head = head(kind, generation(kind, sealed));
        int start = HEAD + AesGcm.NONCE_BYTES;
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD, start);
        return AesGcm.open(key, nonce, additional(head, place), sealed, start);
    }

    /** Which generation of the key sealed this. */
    static int generation(char kind, byte[] sealed) {
        if (sealed.length < HEAD + AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES) {
            throw new NotOpened("too short for a sealed value");
        }
        if (sealed[0] != (byte) kind) {
            throw new NotOpened("another kind of sealed value");
        }
        if (sealed[1] != VERSION) {
            throw new NotOpened("version " + sealed[1] + " of the seal is not known here");
        }
        return ByteBuffer.wrap(sealed).getInt(2);
    }

    private static byte[] head(char kind, int generation) {
        return ByteBuffer.allocate(HEAD).put((byte) kind).put(VERSION).putInt(generation).array();
    }

    private static byte[] additional(byte[] head, byte[] place) {
        return new LengthPrefixed().add(head).add(place).bytes();
    }
}
