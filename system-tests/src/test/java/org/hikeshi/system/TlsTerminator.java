package org.hikeshi.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** TLS in front of a plain port of this machine: bytes pass as they are. */
final class TlsTerminator implements AutoCloseable {
    private final ServerSocket door;
    private final int plain;

    private TlsTerminator(ServerSocket door, int plain) {
        this.door = door;
        this.plain = plain;
    }

    static TlsTerminator begin(SSLContext context, int port, int plain) throws IOException {
        ServerSocket door =
                context.getServerSocketFactory()
                        .createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        TlsTerminator terminator = new TlsTerminator(door, plain);
        Thread.ofVirtual().start(terminator::receive);
        return terminator;
    }

    private void receive() {
        try {
            while (true) {
                Socket outside = door.accept();
                Thread.ofVirtual().start(() -> join(outside));
            }
        } catch (IOException closed) {
            // The door was closed.
        }
    }

    private void join(Socket outside) {
        try (outside;
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), plain)) {
            Thread answers = Thread.ofVirtual().start(() -> pass(inside, outside));
            pass(outside, inside);
            answers.join();
        } catch (IOException | InterruptedException gone) {
            // Whoever asked sees the connection end.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            try {
                from.close();
                to.close();
            } catch (IOException already) {
                // Nothing is left to close.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
