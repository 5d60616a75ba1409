package org.hikeshi.trust;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The bytes of one chunk of a sealed stream, version 1 (ADR 0102): {@code C}, the version, 1 if it
 * is the last, the stream's 16 random bytes, ciphertext and tag. Every stream has a key of its own,
 * made from the data key and those random bytes, so the chunk's index can be the nonce; index, last
 * mark and place are additional data.
 */
final class ChunkFormat {

    static final int PLAIN_BYTES = 64 * 1024;
    static final int STREAM_BYTES = 16;
    static final int HEAD = 3 + STREAM_BYTES;
    static final int SEALED_BYTES = HEAD + PLAIN_BYTES + AesGcm.TAG_BYTES;

    private static final byte KIND = 'C';
    private static final byte VERSION = 1;
    private static final byte[] INFO = new LengthPrefixed().add("hikeshi-chunks-v1").bytes();

    private final byte[] key;
    private final byte[] stream;
    private final byte[] place;

    ChunkFormat(DataKey dataKey, byte[] stream, SealedAt at) {
        this.key = derive(dataKey, stream);
        this.stream = stream;
        this.place = at.additionalData();
    }

    byte[] seal(long index, boolean last, byte[] plain, int length) {
        byte[] head = head(last);
        byte[] sealed = Arrays.copyOf(head, HEAD + length + AesGcm.TAG_BYTES);
        AesGcm.seal(key, nonce(index), additional(head, index), plain, length, sealed, HEAD);
        return sealed;
    }

    byte[] open(long index, byte[] sealed) {
        byte[] head = head(isLast(sealed));
        return AesGcm.open(key, nonce(index), additional(head, index), sealed, HEAD);
    }

    static boolean isLast(byte[] sealed) {
        return sealed[2] == 1;
    }

    /** The random bytes of the stream this chunk says it belongs to. */
    static byte[] streamOf(byte[] sealed) {
        if (sealed.length < HEAD + AesGcm.TAG_BYTES || sealed.length > SEALED_BYTES) {
            throw new NotOpened("not the length of a chunk");
        }
        if (sealed[0] != KIND) {
            throw new NotOpened("another kind of sealed value");
        }
        if (sealed[1] != VERSION) {
            throw new NotOpened("version " + sealed[1] + " of the chunk is not known here");
        }
        if (sealed[2] != 0 && sealed[2] != 1) {
            throw new NotOpened("the last mark is neither 0 nor 1");
        }
        return Arrays.copyOfRange(sealed, 3, HEAD);
    }

    private byte[] head(boolean last) {
        return ByteBuffer.allocate(HEAD)
                .put(KIND)
                .put(VERSION)
                .put((byte) (last ? 1 : 0))
                .put(stream)
                .array();
    }

    private byte[] additional(byte[] head, long index) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(index).array();
        return new LengthPrefixed().add(head).add(number).add(place).bytes();
    }

    private static byte[] nonce(long index) {
        return ByteBuffer.allocate(AesGcm.NONCE_BYTES).putInt(0).putLong(index).array();
    }

    private static byte[] derive(DataKey dataKey, byte[] stream) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(dataKey.bytes())
                                    .addSalt(stream)
                                    .thenExpand(INFO, AesGcm.KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 25 on must have HKDF-SHA256", e);
        }
    }
}
