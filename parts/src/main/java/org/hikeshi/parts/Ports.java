package org.hikeshi.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of 127.0.0.1. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int SPAN = 10_000;
    private static final int LOOKS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that was free a moment ago, another one at each call. It is below those that systems
     * give to outgoing connections, of which one could take it before its server does.
     *
     * @throws IllegalStateException if none was found
     */
    public static int free() {
        for (int look = 0; look < LOOKS; look++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST + SPAN);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port of 127.0.0.1 between " + LOWEST + " and " + (LOWEST + SPAN));
    }

    /** Whether nobody listens on the port now, as far as binding to it tells. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody accepts connections on the port. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
