package org.hikeshi.web.multipart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte stream cut by {@code CRLF--boundary}: the lexical half of {@link MultipartBody}. */
final class DelimitedInput {

    private static final int BUFFER = 64 * 1024;
    private static final int LARGEST_HEADERS = 8 * 1024;

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int head;
    private int tail;

    DelimitedInput(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Passes the first boundary, which has no line break before it. */
    void begin() throws IOException {
        for (int i = 2; i < delimiter.length; i++) {
            if (oneByte() != delimiter[i]) {
                throw new MalformedBodyException("the body does not begin with its boundary");
            }
        }
    }

    /** After a boundary: CRLF opens another part, {@code --} ends the body, nothing may follow. */
    boolean anotherPart() throws IOException {
        int first = oneByte();
        int second = oneByte();
        if (first == '\r' && second == '\n') {
            return true;
        }
        if (first != '-' || second != '-') {
            throw new MalformedBodyException("a boundary is followed by other text");
        }
        int rest = 0;
        for (; head < tail || fill(); rest++, head++) {
            if (rest == 2 || buffer[head] != "\r\n".charAt(rest)) {
                throw new MalformedBodyException("text follows the last boundary");
            }
        }
        return false;
    }

    /** The header lines of a part, each ended by CRLF, without the empty line that ends them. */
    String headers(int part) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int lineLength = 0;
        while (true) {
            int next = oneByte();
            if (next == '\n' || next == 0) {
                throw new MalformedBodyException("a part's headers hold a bare line feed or NUL");
            }
            if (next == '\r') {
                if (oneByte() != '\n') {
                    throw new MalformedBodyException("a part's headers hold a bare return");
                }
                if (lineLength == 0) {
                    return utf8(lines.toByteArray());
                }
                lines.writeBytes(new byte[] {'\r', '\n'});
                lineLength = 0;
            } else {
                lines.write(next);
                lineLength++;
            }
            if (lines.size() > LARGEST_HEADERS) {
                throw new LargePartHeadersException(part);
            }
        }
    }

    /** What stands before the next boundary; at its end the boundary has been passed. */
    InputStream content() {
        return new Content();
    }

    private int oneByte() throws IOException {
        if (head == tail && !fill()) {
            throw cut();
        }
        return buffer[head++] & 0xff;
    }

    /** Makes room by moving what is left to the front; false at the end of the body. */
    private boolean fill() throws IOException {
        if (head > 0) {
            System.arraycopy(buffer, head, buffer, 0, tail - head);
            tail -= head;
            head = 0;
        }
        int read = body.read(buffer, tail, buffer.length - tail);
        if (read < 0) {
            return false;
        }
        tail += read;
        return true;
    }

    /** Index of the delimiter, or of the first byte that might still become one. */
    private int boundaryFrom(int start) {
        for (int i = start; i < tail; i++) {
            if (buffer[i] == '\r') {
                int length = Math.min(delimiter.length, tail - i);
                if (Arrays.equals(buffer, i, i + length, delimiter, 0, length)) {
                    return i;
                }
            }
        }
        return tail;
    }

    private static String utf8(byte[] bytes) throws MalformedBodyException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedBodyException("a part's headers are not UTF-8");
        }
    }

    private static MalformedBodyException cut() {
        return new MalformedBodyException("the body ends before its last boundary");
    }

    private final class Content extends InputStream {

        private boolean ended;

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
            while (!ended) {
                int end = boundaryFrom(head);
                if (end > head) {
                    int taken = Math.min(length, end - head);
                    System.arraycopy(buffer, head, target, offset, taken);
                    head += taken;
                    return taken;
                }
                if (tail - head >= delimiter.length) {
                    head += delimiter.length;
                    ended = true;
                } else if (!fill()) {
                    throw cut();
                }
            }
            return -1;
        }
    }
}
