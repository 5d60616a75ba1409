package org.hikeshi.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy on 127.0.0.1 that can pause, delay and cut what flows through it; for fault tests.
 *
 * <p>Bytes in flight while paused are kept and go on after {@link #heal()}. Cutting closes every
 * connection and refuses new ones until healed.
 */
public final class FaultProxy implements AutoCloseable {
    private sealed interface Mood {
        record Flowing(Duration delay) implements Mood {}

        record Paused() implements Mood {}

        record Cut() implements Mood {}
    }

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = new Mood.Flowing(Duration.ZERO);

    private FaultProxy(ServerSocket door, InetSocketAddress target) {
        this.door = door;
        this.target = target;
    }

    /** A proxy on a free port in front of this port of 127.0.0.1. */
    public static FaultProxy to(int port) {
        try {
            var loopback = InetAddress.getByName("127.0.0.1");
            var proxy =
                    new FaultProxy(
                            new ServerSocket(0, 100, loopback),
                            new InetSocketAddress(loopback, port));
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Nothing passes, connections stay open. */
    public void pause() {
        mood = new Mood.Paused();
    }

    /** Each piece of data waits this long before it goes on. */
    public void delay(Duration each) {
        mood = new Mood.Flowing(each);
    }

    /** Closes all connections with a reset and refuses new ones. */
    public void cut() {
        mood = new Mood.Cut();
        open.forEach(FaultProxy::reset);
    }

    /** Everything flows again, without delay. */
    public void heal() {
        mood = new Mood.Flowing(Duration.ZERO);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (mood instanceof Mood.Cut) {
                    reset(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // The door was closed, or a client left before it was served.
            }
        }
    }

    private void connect(Socket client) {
        var server = new Socket();
        try {
            server.connect(target, 2000);
        } catch (IOException e) {
            reset(client);
            return;
        }
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!mayPass()) {
                    break;
                }
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(to);
            reset(from);
        } finally {
            if (from.isOutputShutdown() || to.isClosed()) {
                reset(from);
                reset(to);
                open.remove(from);
                open.remove(to);
            }
        }
    }

    private boolean mayPass() {
        if (mood instanceof Mood.Flowing(Duration delay) && delay.isPositive()) {
            LockSupport.parkNanos(delay.toNanos());
        }
        while (mood instanceof Mood.Paused) {
            LockSupport.parkNanos(5_000_000);
        }
        return !(mood instanceof Mood.Cut);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Already gone.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
