package org.hikeshi.web.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP byte for byte: a client library would tidy up what these tests are about. */
final class Wire {

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** An answer as it came. */
    record Answer(int status, String head, String body) {
        boolean has(String header) {
            return head.toLowerCase(java.util.Locale.ROOT)
                    .contains("\r\n" + header.toLowerCase(java.util.Locale.ROOT) + ":");
        }
    }

    Answer get(String target) {
        return get(target, "localhost:" + port);
    }

    Answer get(String target, String host) {
        return send(
                "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    Answer post(String target, String headers) {
        return send(
                "POST %s HTTP/1.1\r\nHost: localhost:%d\r\n%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\nConnection: close\r\n\r\nname=a"
                        .formatted(target, port, headers));
    }

    Answer send(String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, answer, "");
            }
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(0, end),
                    answer.substring(end + 4));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
