package org.hikeshi.trust;

import java.io.IOException;
import java.io.InputStream;

/** Reads one sealed chunk, opens it, hands it out; refuses an end without the last mark. */
final class OpeningStream extends InputStream {

    private final InputStream sealed;
    private final ChunkOpener opener;
    private byte[] plain = {};
    private int read;

    OpeningStream(InputStream sealed, ChunkOpener opener) {
        this.sealed = sealed;
        this.opener = opener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (read == plain.length) {
            if (!fill()) {
                return -1;
            }
        }
        int given = Math.min(length, plain.length - read);
        System.arraycopy(plain, read, target, offset, given);
        read += given;
        return given;
    }

    /** False at a genuine end. */
    private boolean fill() throws IOException {
        byte[] chunk = sealed.readNBytes(ChunkFormat.SEALED_BYTES);
        if (chunk.length == 0) {
            opener.end();
            return false;
        }
        plain = opener.next(chunk);
        read = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
