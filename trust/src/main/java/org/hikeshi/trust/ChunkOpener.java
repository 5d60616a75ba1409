package org.hikeshi.trust;

import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Opens what {@link ChunkSealer} sealed, chunk by chunk, in constant memory. What was given out so
 * far is genuine and in order; that it is all is known only after {@link #end} (or the end of the
 * stream) without {@link NotOpened}. Not for many threads at once.
 */
public final class ChunkOpener {

    private final DataKey key;
    private final SealedAt at;
    private @Nullable ChunkFormat format;
    private byte @Nullable [] stream;
    private long index;
    private boolean ended;

    public ChunkOpener(DataKey key, SealedAt at) {
        this.key = key;
        this.at = at;
    }

    /**
     * The plaintext of a sealed stream; reading throws {@link NotOpened} where it was changed, cut
     * short, mixed or prolonged.
     */
    public static InputStream from(InputStream sealed, DataKey key, SealedAt at) {
        return new OpeningStream(sealed, new ChunkOpener(key, at));
    }

    /**
     * The plaintext of the next chunk.
     *
     * @throws NotOpened if it is not the chunk that follows the one before it in this very stream
     */
    public byte[] next(byte[] sealed) {
        if (ended) {
            throw new NotOpened("a chunk after the last");
        }
        byte[] plain = formatOf(sealed).open(index, sealed);
        ended = ChunkFormat.isLast(sealed);
        if (!ended && plain.length != ChunkFormat.PLAIN_BYTES) {
            throw new NotOpened("a chunk that is short and not the last");
        }
        index++;
        return plain;
    }

    /** True once the last chunk was opened. */
    public boolean ended() {
        return ended;
    }

    /**
     * @throws NotOpened if the last chunk has not come: the stream was cut short
     */
    public void end() {
        if (!ended) {
            throw new NotOpened("the last chunk is missing");
        }
    }

    private ChunkFormat formatOf(byte[] sealed) {
        byte[] named = ChunkFormat.streamOf(sealed);
        if (format == null || stream == null) {
            stream = named;
            format = new ChunkFormat(key, named, at);
        } else if (!Arrays.equals(stream, named)) {
            throw new NotOpened("a chunk of another stream");
        }
        return format;
    }
}
