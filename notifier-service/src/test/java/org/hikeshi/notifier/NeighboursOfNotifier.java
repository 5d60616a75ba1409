package org.hikeshi.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ContentHash;

/** Doubles of the outside: what release and disclosure answer; they can be away. */
public final class NeighboursOfNotifier {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    NeighboursOfNotifier() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void affected(CaseId caseId, String json) {
        answers.put("/internal/cases/" + caseId + "/affected-customers", json);
    }

    public void text(ContentHash hash, String json) {
        answers.put("/internal/texts/" + hash, json);
    }

    public void preDisclosure(ContentHash hash, String json) {
        answers.put("/internal/pre-disclosure/" + hash, json);
    }

    public void away(boolean now) {
        away = now;
    }

    /** Every token shown, in order. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String body = answers.getOrDefault(exchange.getRequestURI().getPath(), "");
        int status = away ? 503 : body.isEmpty() ? 404 : 200;
        byte[] bytes = (status == 200 ? body : "").getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
