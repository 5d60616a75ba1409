package org.hikeshi.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that can stop in the middle of a mail. */
final class SmtpByHand implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    SmtpByHand(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        answer();
    }

    SmtpByHand say(String command) throws IOException {
        answerTo(command);
        return this;
    }

    /** The last line of the answer. */
    String answerTo(String command) throws IOException {
        write(command + "\r\n");
        return answer();
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private String answer() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
