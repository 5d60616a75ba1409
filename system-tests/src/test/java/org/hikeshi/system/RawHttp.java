package org.hikeshi.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Says on a socket what no well-bred HTTP client would say. Only to 127.0.0.1. */
final class RawHttp implements AutoCloseable {
    /**
     * What came back, however little.
     *
     * @param status 0 = the connection was closed or fell silent without an answer
     */
    record Answer(int status, String head, String body, boolean closed) {}

    private final Socket socket = new Socket();

    RawHttp(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /**
     * @param from own address, any of 127.0.0.0/8
     */
    RawHttp(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
    }

    RawHttp say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawHttp say(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** No more will be said, but an answer is awaited. */
    RawHttp hush() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Reads until the other side closes, or nothing came for so long. */
    Answer hear(Duration silence) throws IOException {
        socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        boolean closed = false;
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0 && heard.size() < 1 << 20;
                    n = socket.getInputStream().read(buffer)) {
                heard.write(buffer, 0, n);
            }
            closed = true;
        } catch (SocketTimeoutException silent) {
            // What was heard so far is the answer.
        } catch (IOException reset) {
            closed = true;
        }
        String text = heard.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        int status = head.startsWith("HTTP/1.") ? Integer.parseInt(head.substring(9, 12)) : 0;
        return new Answer(status, head, end < 0 ? "" : text.substring(end + 4), closed);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
