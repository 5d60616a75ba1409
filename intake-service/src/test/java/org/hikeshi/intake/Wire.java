package org.hikeshi.intake;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for requests that no proper client would send. */
public final class Wire {

    private Wire() {}

    /** What comes back until the server closes or ten seconds pass; empty if nothing did. */
    public static String say(String head, byte[] body, boolean thenClose) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                if (thenClose) {
                    socket.shutdownOutput();
                }
            } catch (SocketException refusedEarly) {
                // The answer may be there all the same.
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            int read = socket.getInputStream().read(buffer);
            while (read >= 0) {
                all.write(buffer, 0, read);
                read = socket.getInputStream().read(buffer);
            }
        } catch (IOException closedOrQuiet) {
            // What came so far is the answer.
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
