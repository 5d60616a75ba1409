package org.hikeshi.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.ServiceTokens;
import org.hikeshi.trust.SigningKey;
import org.hikeshi.trust.TokenVerdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourServiceTest {
    @TempDir Path folder;
    private final List<String> authorizations = new ArrayList<>();
    private ServiceTokens tokens;
    private HttpServer server;
    private NeighbourService intake;

    @BeforeEach
    void listen() throws IOException {
        SigningKey key = SigningKey.generate("triage-1");
        key.write(folder.resolve("triage.pem"));
        Path keys = java.nio.file.Files.createDirectories(folder.resolve("keys"));
        KeyDirectory.write(
                keys,
                new KeyEntry(key.kid(), "triage", key.publicKey(), Instant.EPOCH, null, null));
        tokens =
                new ServiceTokens(
                        ServiceIdentity.load("triage", folder.resolve("triage.pem"), keys),
                        Clock.systemUTC());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        intake =
                new NeighbourService(
                        "intake",
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        Duration.ofSeconds(2),
                        tokens);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestURI().getPath()) {
            case "/good" -> send(exchange, 200, body.length == 0 ? "{}".getBytes(UTF_8) : body);
            case "/taken" -> send(exchange, 204, new byte[0]);
            case "/elsewhere" -> {
                exchange.getResponseHeaders().add("Location", "/good");
                send(exchange, 302, new byte[0]);
            }
            default -> send(exchange, 404, "not here".getBytes(UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String text(byte[] body) {
        return new String(body, UTF_8);
    }

    @Test
    void onlyAGoodAnswerIsOne() {
        assertThat(intake.get("/good").map(NeighbourServiceTest::text)).contains("{}");
        assertThat(intake.post("/good", "[1]").map(NeighbourServiceTest::text)).contains("[1]");
        assertThat(intake.get("/absent")).isEmpty();
        assertThat(intake.get("/elsewhere")).isEmpty();
        assertThat(intake.put("/taken", "{}")).hasValue(204);
        assertThat(intake.put("/absent", "{}")).hasValue(404);
    }

    @Test
    void eachQuestionHasATokenOfItsOwnForThatService() {
        intake.get("/good");
        intake.get("/good");
        assertThat(authorizations).doesNotHaveDuplicates().hasSize(2);
        String token = authorizations.getFirst().substring("Bearer ".length());
        assertThat(tokens.check(token, "intake")).isInstanceOf(TokenVerdict.Accepted.class);
        String other = authorizations.getLast().substring("Bearer ".length());
        assertThat(tokens.check(other, "release")).isInstanceOf(TokenVerdict.Rejected.class);
    }

    @Test
    void nobodyThereIsNoAnswer() {
        server.stop(0);
        assertThat(intake.get("/good")).isEmpty();
        assertThat(intake.put("/taken", "{}")).isEmpty();
    }
}
