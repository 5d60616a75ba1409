package org.hikeshi.launcher.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hikeshi.parts.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The origin in front of a stand-in service that says what it was asked. */
class OriginIT {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir private Path dir;

    private final CountDownLatch firstBytes = new CountDownLatch(1);
    private HttpServer service;
    private Origin origin;
    private int port;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        service.createContext(
                "/",
                exchange -> {
                    long bytes = 0;
                    try (InputStream in = exchange.getRequestBody()) {
                        byte[] buffer = new byte[8192];
                        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                            bytes += read;
                            firstBytes.countDown();
                        }
                    }
                    String said =
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " host="
                                    + exchange.getRequestHeaders().getFirst("Host")
                                    + " bytes="
                                    + bytes
                                    + exchange.getRequestHeaders()
                                            .getOrDefault("X-Forwarded-For", List.of());
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(said.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        service.setExecutor(Thread::startVirtualThread);
        service.start();
        port = Ports.free();
        origin =
                new Origin(
                        Routes.read(Path.of("..", "routes.yaml")),
                        List.of("localhost:" + port),
                        Map.of(
                                "intake",
                                service.getAddress(),
                                "triage",
                                new InetSocketAddress("127.0.0.1", Ports.free())),
                        new Look(),
                        _ -> false,
                        new AccessLog(dir.resolve("origin.log"), Clock.systemUTC()));
        origin.listen(new InetSocketAddress("127.0.0.1", port));
    }

    @AfterEach
    void stop() throws IOException {
        origin.close();
        service.stop(0);
    }

    @Test
    void forwardsPathQueryBodyAndTheBrowsersHost() throws Exception {
        var answer = post("/api/v1/reports?dryRun=true", "x".repeat(3_000_000));

        assertThat(answer.body())
                .isEqualTo(
                        "POST /api/v1/reports?dryRun=true host=localhost:"
                                + port
                                + " bytes=3000000[]");
    }

    @Test
    void whereSomebodyComesFromIsToldWithAPasswordOnlyAndNotInTheirOwnWords() throws Exception {
        assertThat(toldWith("Basic YTpi")).endsWith("[127.0.0.1]");
        assertThat(toldWith("Bearer abc")).endsWith("[]");
    }

    private String toldWith(String authorization) throws Exception {
        URI report = URI.create("http://localhost:" + port + "/api/v1/reports");
        HttpRequest.Builder asked = HttpRequest.newBuilder(report);
        asked.headers("X-Forwarded-For", "192.0.2.1", "Authorization", authorization);
        return HTTP.send(asked.build(), BodyHandlers.ofString()).body();
    }

    @Test
    void aBodyStreamsThroughBeforeItIsComplete() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /report HTTP/1.1\r\nHost: localhost:"
                                            + port
                                            + "\r\nContent-Length: 200000\r\n\r\n"
                                            + "x".repeat(100_000))
                                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(firstBytes.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aServiceThatIsDownIsToldWithRetryAfterAndThatInputIsKept() throws Exception {
        var page = get("/desk", "Accept-Language", "ja");
        var problem = get("/api/v1/cases", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("2");
        assertThat(page.body()).contains("入力した内容はブラウザーに残っています");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(problem.body()).contains("What you typed is still in your browser");
    }

    @Test
    void anUnknownHostIs421AndReachesNoService() throws Exception {
        assertThat(raw("GET /report HTTP/1.1\r\nHost: attacker.example\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(
                        raw(
                                "GET /report HTTP/1.1\r\nHost: localhost:"
                                        + port
                                        + "\r\nHost: attacker.example\r\n\r\n"))
                .doesNotStartWith("HTTP/1.1 200");
        assertThat(
                        raw(
                                "GET http://attacker.example/report HTTP/1.1\r\nHost: localhost:"
                                        + port
                                        + "\r\n\r\n"))
                .doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void privateAndAmbiguousPathsAreNotForwarded() throws Exception {
        for (String path : List.of("/internal/reporters/1", "/q/health", "/nothing")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 404");
        }
        for (String path :
                List.of(
                        "/report/../internal/x",
                        "/report/%2e%2e/internal",
                        "/report;x",
                        "/report%2Fx",
                        "//report")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("host=localhost");
        }
    }

    @Test
    void aHeaderThatIsTooLargeIsAProblemDocument() throws Exception {
        assertThat(
                        raw(
                                "GET /report HTTP/1.1\r\nHost: localhost:"
                                        + port
                                        + "\r\nX: "
                                        + "a".repeat(20_000)
                                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json");
    }

    @Test
    void theAccessLogKnowsRoutesButNeitherPathsNorQueries() throws Exception {
        get("/status/open/planted-token?secret=planted-query", "Accept", "*/*");

        // The line is written after the answer has left.
        assertThat(logOnceItContains("GET /status intake 200")).doesNotContain("planted");
    }

    private String logOnceItContains(String line) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        String log = Files.readString(dir.resolve("origin.log"));
        while (!log.contains(line)) {
            assertThat(System.nanoTime())
                    .as("waited for \"%s\" in: %s", line, log)
                    .isLessThan(deadline);
            Thread.onSpinWait();
            log = Files.readString(dir.resolve("origin.log"));
        }
        return log;
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(header, value)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What comes back up to the end of the header, however the network cuts it. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (answer.indexOf("\r\n\r\n") < 0) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    break;
                }
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }
}
