package org.hikeshi.trust;

import java.io.IOException;
import java.io.OutputStream;

/** Collects 64 KiB, seals, writes. A stream abandoned without close lacks its last mark. */
final class SealingStream extends OutputStream {

    private final OutputStream sink;
    private final ChunkSealer sealer;
    private final byte[] buffer = new byte[ChunkSealer.CHUNK_BYTES];
    private int filled;
    private boolean closed;

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

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (sink) {
            sink.write(sealer.last(buffer, filled));
        }
    }
}
