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
import org.hikeshi.events.Language;
import org.hikeshi.events.ReportId;

/** A double of the outside: intake's contact resource, which can also be away. */
public final class ContactsOfIntake {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    ContactsOfIntake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/reports/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void put(ReportId report, String address, Language language) {
        answers.put(
                report.toString(),
                "{\"reportId\":\"%s\",\"address\":\"%s\",\"language\":\"%s\",\"name\":\"Kit Finder\"}"
                        .formatted(
                                report,
                                address,
                                language.name().toLowerCase(java.util.Locale.ROOT)));
    }

    /** The reporter asked to be forgotten. */
    public void forget(ReportId report) {
        answers.put(report.toString(), "{\"reportId\":\"" + report + "\",\"language\":\"both\"}");
    }

    public void away(boolean now) {
        away = now;
    }

    /** Every token shown, in order. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String[] steps = exchange.getRequestURI().getPath().split("/");
        String body = answers.getOrDefault(steps[3], "");
        if (steps[4].equals("access-link")) {
            body = "{\"path\":\"/status/open/sealed-" + steps[3] + "\"}";
        }
        int status = away ? 503 : body.isEmpty() ? 404 : 200;
        byte[] bytes = (status == 200 ? body : "").getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
