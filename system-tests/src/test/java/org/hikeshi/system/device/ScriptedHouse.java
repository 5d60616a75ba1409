package org.hikeshi.system.device;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A house that may offer anything, and cuts lines: what the device must stand. */
final class ScriptedHouse implements AutoCloseable {
    private static final String ROOT = "/ota/DEFAULT/controller/v1/d1";
    private static final String FILES = ROOT + "/softwaremodules/7/artifacts/";

    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<String> reports = new ArrayList<>();
    final List<String> ranges = new ArrayList<>();
    private final HttpServer server;
    private String link = "deploymentBase";
    private String update = "forced";
    private int cutAfter = Integer.MAX_VALUE;

    ScriptedHouse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create(origin() + ROOT);
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void offer(Vendor vendor, String manifest, byte[] firmware) throws Exception {
        byte[] said = manifest.getBytes(StandardCharsets.UTF_8);
        files.put("fw.bin", firmware);
        files.put("fw.bin.sig", vendor.sign(firmware));
        files.put("manifest.json", said);
        files.put("manifest.json.sig", vendor.sign(said));
    }

    /** The next whole file breaks off after so many bytes. */
    void cutOnceAfter(int bytes) {
        cutAfter = bytes;
    }

    void waitsForAPerson() {
        update = "attempt";
    }

    void cancels() {
        link = "cancelAction";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/feedback")) {
            reports.add(body);
            if (body.contains("closed")) {
                link = "none";
            }
            send(exchange, 200, new byte[0]);
        } else if (path.startsWith(FILES)) {
            file(exchange, path.substring(FILES.length()));
        } else if (path.endsWith("/deploymentBase/7")) {
            json(exchange, deployment());
        } else {
            json(
                    exchange,
                    """
                    {"config":{"polling":{"sleep":"00:00:01"}},"_links":{"%s":{"href":"%s%s/%s/7"}}}
                    """
                            .formatted(link, origin(), ROOT, link));
        }
    }

    private String deployment() {
        return """
        {"id":"7","deployment":{"download":"%s","update":"%s","chunks":[{"part":"os","version":"2.0.0","name":"x",
        "artifacts":[{"filename":"fw.bin","hashes":{},"size":1,"_links":{"download":{"href":"%s%sfw.bin"}}}]}]}}
        """
                .formatted(update, update, origin(), FILES);
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            send(exchange, 404, new byte[0]);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range != null) {
            ranges.add(range);
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            send(exchange, 206, Arrays.copyOfRange(bytes, from, bytes.length));
        } else if (name.equals("fw.bin") && cutAfter < bytes.length) {
            int sent = cutAfter;
            cutAfter = Integer.MAX_VALUE;
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, sent);
            exchange.getResponseBody().flush();
            throw new IOException("the line is cut");
        } else {
            send(exchange, 200, bytes);
        }
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
