package org.hikeshi.notifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A double of the outside: an SMTP server that misbehaves as told, one trick per session, and
 * otherwise takes every mail. What it took (answered or not) is what a real server would have
 * delivered.
 */
public final class ScriptedMailServer implements AutoCloseable {
    /** Where in the dialogue a trick is played. */
    public enum Step {
        GREETING,
        SENDER,
        RECIPIENT,
        DATA,
        MIDDLE_OF_TEXT,
        FINAL_DOT
    }

    /** What happens there instead of the usual answer. */
    public sealed interface Trick {
        Step at();

        record Answers(Step at, String reply) implements Trick {}

        record Drops(Step at) implements Trick {}

        /** Says nothing until told to; then goes on as if nothing had happened. */
        record FallsSilent(Step at, CountDownLatch until) implements Trick {}
    }

    private final ServerSocket listener;
    private final Queue<Trick> tricks = new ConcurrentLinkedQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Set<Socket> sessions = ConcurrentHashMap.newKeySet();
    private final Thread listening;
    private volatile boolean pipelining = true;

    public ScriptedMailServer(int port) throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listening = Thread.ofVirtual().start(this::listen);
    }

    public static ScriptedMailServer start() throws IOException {
        return new ScriptedMailServer(0);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The next session in which this step is reached plays it. */
    public ScriptedMailServer next(Trick trick) {
        tricks.add(trick);
        return this;
    }

    public ScriptedMailServer withoutPipelining() {
        pipelining = false;
        return this;
    }

    /** Whole messages in order of arrival, as they stood on the wire, dots unstuffed. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket session = listener.accept();
                sessions.add(session);
                Thread.ofVirtual().start(() -> serve(session));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket session) {
        try (session) {
            new Session(session).run();
        } catch (IOException | UncheckedIOException gone) {
            // the client left, or this server was closed
        } finally {
            sessions.remove(session);
        }
    }

    /**
     * The port is free again afterwards: a socket on which a virtual thread waits is let go by that
     * thread, a moment after the socket was closed.
     */
    @Override
    public void close() throws IOException {
        listener.close();
        try {
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket session : sessions) {
            session.close();
        }
    }

    private static final class Dropped extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final class Session {
        private final BufferedReader in;
        private final OutputStream out;

        Session(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            answer(Step.GREETING, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", 2)[0]) {
                    case "EHLO" -> say(pipelining ? "250-here\r\n250 PIPELINING" : "250 here");
                    case "MAIL" -> answer(Step.SENDER, "250 sender");
                    case "RCPT" -> answer(Step.RECIPIENT, "250 recipient");
                    case "DATA" -> data();
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("250 fine");
                }
            }
        }

        private void data() throws IOException {
            if (!answer(Step.DATA, "354 go on")) {
                return;
            }
            var text = new StringBuilder();
            int lines = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(".")) {
                    end(text.toString());
                    return;
                }
                if (++lines == 3) {
                    play(Step.MIDDLE_OF_TEXT);
                }
                text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
        }

        /**
         * A server that drops or falls silent after the dot has the mail; one that answers 4xx or
         * 5xx has not.
         */
        private void end(String text) throws IOException {
            Trick trick = tricks.peek();
            boolean refuses =
                    trick instanceof Trick.Answers(Step at, String reply)
                            && at == Step.FINAL_DOT
                            && !reply.startsWith("2");
            if (!refuses) {
                taken.add(text);
            }
            answer(Step.FINAL_DOT, "250 taken");
        }

        /**
         * @return whether the usual answer was given
         */
        private boolean answer(Step step, String usual) throws IOException {
            String instead = play(step);
            say(instead.isEmpty() ? usual : instead);
            return instead.isEmpty();
        }

        private String play(Step step) throws IOException {
            Trick trick = tricks.peek();
            if (trick == null || trick.at() != step || !tricks.remove(trick)) {
                return "";
            }
            return switch (trick) {
                case Trick.Answers answers -> answers.reply();
                case Trick.Drops drops -> throw new Dropped();
                case Trick.FallsSilent silent -> {
                    awaitWord(silent.until());
                    yield "";
                }
            };
        }

        private void awaitWord(CountDownLatch until) throws IOException {
            try {
                until.await();
            } catch (InterruptedException stopped) {
                throw new Dropped();
            }
        }

        private void say(String reply) throws IOException {
            out.write((reply + "\r\n").getBytes(ISO_8859_1));
            out.flush();
        }
    }
}
