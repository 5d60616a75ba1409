package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy does to a connection what its methods say. */
class FaultProxyTest {
    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void startEcho() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!echo.isClosed()) {
                                try {
                                    Socket client = echo.accept();
                                    Thread.ofVirtual().start(() -> echo(client));
                                } catch (IOException e) {
                                    return;
                                }
                            }
                        });
        proxy = FaultProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesBytes() throws IOException {
        try (var client = new Socket("127.0.0.1", proxy.port())) {
            assertThat(exchange(client)).isEqualTo('a');
        }
    }

    @Test
    void holdsBytesWhilePausedAndLetsThemGoWhenHealed() throws IOException {
        try (var client = new Socket("127.0.0.1", proxy.port())) {
            proxy.pause();
            client.setSoTimeout(150);
            assertThatThrownBy(() -> exchange(client)).isInstanceOf(SocketTimeoutException.class);
            proxy.heal();
            client.setSoTimeout(5000);
            assertThat(client.getInputStream().read()).isEqualTo('a');
        }
    }

    @Test
    void cutsOpenConnectionsRefusesNewOnesAndHeals() throws IOException {
        try (var client = new Socket("127.0.0.1", proxy.port())) {
            exchange(client);
            proxy.cut();
            assertThatThrownBy(() -> exchange(client)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> exchange(new Socket("127.0.0.1", proxy.port())))
                    .isInstanceOf(IOException.class);
            proxy.heal();
            try (var later = new Socket("127.0.0.1", proxy.port())) {
                assertThat(exchange(later)).isEqualTo('a');
            }
        }
    }

    @Test
    void delaysEachPiece() throws IOException {
        proxy.delay(Duration.ofMillis(100));
        try (var client = new Socket("127.0.0.1", proxy.port())) {
            long start = System.nanoTime();
            exchange(client);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    private static int exchange(Socket client) throws IOException {
        client.getOutputStream().write('a');
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new IOException("closed");
        }
        return answer;
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The proxy cut the line.
        }
    }
}
