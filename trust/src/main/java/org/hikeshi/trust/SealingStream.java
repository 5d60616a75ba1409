package org.hikeshi.trust;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Seals what is written to it, 64 KiB at a time, in constant memory. Only {@link #finish} writes
 * the last mark: a stream that is merely closed, as an exception in a try-with-resources does,
 * stays without it and never opens as if it were whole.
 */
public final class SealingStream extends OutputStream {

    private final OutputStream sink;
    private final ChunkSealer sealer;
    private final byte[] buffer = new byte[ChunkSealer.CHUNK_BYTES];
    private int filled;
    private boolean finished;

    SealingStream(OutputStream sink, ChunkSealer sealer) {
        this.sink = sink;
        this.sealer = sealer;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (finished) {
            throw new IOException("this stream was finished");
        }
        int from = offset;
        int rest = length;
        while (rest > 0) {
            // A full buffer waits for one byte more: only then is it known not to be the last.
            if (filled == buffer.length) {
                sink.write(sealer.next(buffer));
                filled = 0;
            }
            int taken = Math.min(rest, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, taken);
            filled += taken;
            from += taken;
            rest -= taken;
        }
    }

    /** Writes what is left with the last mark and flushes; nothing more may be written. */
    public void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        sink.write(sealer.last(buffer, filled));
        sink.flush();
    }

    /** Closes the sink; without {@link #finish} the stream is and stays cut short. */
    @Override
    public void close() throws IOException {
        finished = true;
        sink.close();
    }
}
