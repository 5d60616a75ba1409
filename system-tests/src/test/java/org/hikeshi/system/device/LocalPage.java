package org.hikeshi.system.device;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The device's own administration page: version, notice, check for an update, install a file. */
public final class LocalPage implements AutoCloseable {
    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Device</title></head><body>
            <h1>Device</h1><p role="status">%s</p><p>Version: <output>%s</output></p>
            <form method="post" action="/check"><button>Check for an update</button></form>
            <form method="post" action="/automatic/%s"><button>Automatic updates: turn %s</button></form>
            <form method="post" action="/install" enctype="multipart/form-data">
            <label>File <input type="file" name="file"></label>
            <label>Its signature (.sig) <input type="file" name="signature"></label>
            <label>manifest.json <input type="file" name="manifest"></label>
            <label>manifest.json.sig <input type="file" name="manifestSignature"></label>
            <button>Install this file</button></form></body></html>
            """;
    private static final Pattern NAME = Pattern.compile("name=\"(\\w{1,30})\"");

    private final ReferenceDevice device;
    private final Flash flash;
    private final HttpServer server;
    private volatile boolean automatic = true;

    /**
     * @param port 0 for any free one
     */
    public LocalPage(ReferenceDevice device, Flash flash, int port) throws IOException {
        this.device = device;
        this.flash = flash;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, 200));
        server.createContext("/check", this::check);
        server.createContext("/automatic/", this::turn);
        server.createContext("/install", this::install);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void check(HttpExchange exchange) throws IOException {
        try {
            device.poll(true);
            answer(exchange, 200);
        } catch (InterruptedException | GeneralSecurityException | IOException failed) {
            answer(exchange, 502);
        }
    }

    private void turn(HttpExchange exchange) throws IOException {
        automatic = exchange.getRequestURI().getPath().endsWith("/on");
        device.switchAutomatic(automatic);
        answer(exchange, 200);
    }

    private void install(HttpExchange exchange) throws IOException {
        Map<String, byte[]> parts = parts(exchange);
        Path file = Files.createTempFile(flash.folder(), "picked", ".bin");
        try {
            Files.write(file, parts.getOrDefault("file", new byte[0]));
            device.install(
                    file,
                    parts.getOrDefault("signature", new byte[0]),
                    parts.getOrDefault("manifest", new byte[0]),
                    parts.getOrDefault("manifestSignature", new byte[0]));
            answer(exchange, 200);
        } catch (GeneralSecurityException failed) {
            answer(exchange, 500);
        } finally {
            Files.delete(file);
        }
    }

    /** Parts of a multipart form by name (RFC 7578), read as Latin-1 so that bytes stay bytes. */
    private static Map<String, byte[]> parts(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String boundary = "--" + type.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
        String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<String, byte[]> parts = new ConcurrentHashMap<>();
        for (String part : body.split(Pattern.quote(boundary), -1)) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
            if (name.find()) {
                String bytes = part.substring(end + 4, part.length() - 2);
                parts.put(name.group(1), bytes.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        String other = automatic ? "off" : "on";
        byte[] page =
                PAGE.formatted(escaped(device.notice()), device.version(), other, other)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
