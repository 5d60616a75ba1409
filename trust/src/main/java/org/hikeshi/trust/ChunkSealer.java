package org.hikeshi.trust;

import java.io.OutputStream;
import java.security.SecureRandom;

/**
 * Seals a stream chunk by chunk, in constant memory. Either store each chunk where you like ({@link
 * #next}, then one {@link #last}), or write through {@link #into}, which lays them one after
 * another. Full chunks hold 64 KiB of plaintext; only the last may hold less, even nothing. Not for
 * many threads at once.
 */
public final class ChunkSealer {

    /** Plaintext bytes of every chunk but the last. */
    public static final int CHUNK_BYTES = ChunkFormat.PLAIN_BYTES;

    private final ChunkFormat format;
    private long index;
    private boolean ended;

    /**
     * @param at the place of the file; name it so that no two files share one
     */
    public ChunkSealer(DataKey key, SealedAt at) {
        byte[] stream = new byte[ChunkFormat.STREAM_BYTES];
        new SecureRandom().nextBytes(stream);
        this.format = new ChunkFormat(key, stream, at);
    }

    /**
     * A stream that seals what is written to it into {@code sink}, until {@link
     * SealingStream#finish}.
     */
    public static SealingStream into(OutputStream sink, DataKey key, SealedAt at) {
        return new SealingStream(sink, new ChunkSealer(key, at));
    }

    /** Seals a full chunk after which more will come. */
    public byte[] next(byte[] plain) {
        if (plain.length != CHUNK_BYTES) {
            throw new IllegalArgumentException("every chunk but the last is full");
        }
        return seal(plain, plain.length, false);
    }

    /** Seals the first {@code length} bytes as the end of the stream. */
    public byte[] last(byte[] plain, int length) {
        if (length > CHUNK_BYTES) {
            throw new IllegalArgumentException("a chunk holds at most 64 KiB");
        }
        byte[] sealed = seal(plain, length, true);
        ended = true;
        return sealed;
    }

    private byte[] seal(byte[] plain, int length, boolean last) {
        if (ended) {
            throw new IllegalStateException("the last chunk was sealed already");
        }
        return format.seal(index++, last, plain, length);
    }
}
