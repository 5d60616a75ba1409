package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept connection to 127.0.0.1: questions go out in bunches, answers come back in order. */
final class KeptLine implements AutoCloseable {
    private static final int BUNCH = 16;
    private static final int TIMEOUT_MILLIS = 15_000;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    KeptLine(int port) {
        this.port = port;
    }

    List<Reply> ask(List<Question> questions) throws IOException {
        List<Reply> replies = new ArrayList<>();
        int broken = 0;
        while (replies.size() < questions.size()) {
            int from = replies.size();
            try {
                bunch(questions.subList(from, Math.min(from + BUNCH, questions.size())), replies);
            } catch (IOException closed) {
                close();
                // A server may close after an answer; without one answer per line it is a fault.
                broken = replies.size() > from ? 0 : broken + 1;
                if (broken > 1) {
                    throw new IOException("no answer to " + questions.get(from), closed);
                }
            }
        }
        return replies;
    }

    private void bunch(List<Question> questions, List<Reply> replies) throws IOException {
        Socket open = open();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Question question : questions) {
            out.writeBytes(question.wire().getBytes(ISO_8859_1));
        }
        open.getOutputStream().write(out.toByteArray());
        for (Question question : questions) {
            Reply reply = read(question);
            replies.add(reply);
            if ("close".equalsIgnoreCase(reply.header("connection"))) {
                close();
                return;
            }
        }
    }

    private Socket open() throws IOException {
        Socket known = socket;
        if (known == null) {
            known = new Socket();
            known.setTcpNoDelay(true);
            known.setSoTimeout(TIMEOUT_MILLIS);
            known.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
            socket = known;
            in = new BufferedInputStream(known.getInputStream(), 1 << 16);
        }
        return known;
    }

    private Reply read(Question question) throws IOException {
        String[] status = line().split(" ", 3);
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        Reply head = new Reply(Integer.parseInt(status[1]), headers, new byte[0]);
        boolean empty =
                question.method().equals("HEAD") || head.status() == 204 || head.status() == 304;
        return new Reply(head.status(), headers, empty ? new byte[0] : body(head));
    }

    private byte[] body(Reply head) throws IOException {
        String chunked = head.header("transfer-encoding");
        if (!chunked.toLowerCase(Locale.ROOT).contains("chunked")) {
            String length = head.header("content-length");
            return length.isEmpty() ? new byte[0] : exactly(Integer.parseInt(length));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.writeBytes(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException();
            }
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Socket known = socket;
        socket = null;
        if (known != null) {
            known.close();
        }
    }
}
