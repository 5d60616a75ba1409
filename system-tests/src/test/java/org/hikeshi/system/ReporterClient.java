package org.hikeshi.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A finder with a command line: what anybody can do with curl, and nothing more. */
final class ReporterClient {
    static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A file of a multipart report.
     *
     * @param name as the client calls it
     */
    record Attachment(String name, byte[] bytes) {}

    /** An answer; the body is read as JSON on demand. */
    record Reply(int status, HttpResponse<byte[]> http) {
        String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (IOException e) {
                throw new UncheckedIOException(status + " " + text(), e);
            }
        }

        String field(String name) {
            return json().path(name).asText();
        }
    }

    private final URI origin;
    private final HttpClient http;

    ReporterClient(URI origin) {
        this(origin, HttpClient.newBuilder());
    }

    /** With what it trusts. */
    ReporterClient(URI origin, HttpClient.Builder http) {
        this.origin = origin;
        this.http =
                http.version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    /**
     * @param headers name, value, name, value …
     */
    Reply report(String json, String... headers) throws IOException {
        return send(
                request("/api/v1/reports", headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    Reply report(String json, List<Attachment> files, String... headers) throws IOException {
        String boundary = "b" + UUID.randomUUID();
        return send(
                request("/api/v1/reports", headers)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(multipart(boundary, json, files)));
    }

    Reply status(String trackingCode, String accessKey) throws IOException {
        return get("/api/v1/reports/" + trackingCode, "Authorization", "Bearer " + accessKey);
    }

    Reply get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET());
    }

    Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static BodyPublisher multipart(String boundary, String json, List<Attachment> files) {
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(
                BodyPublishers.ofString(
                        "--%s\r\nContent-Disposition: form-data; name=\"report\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                                .formatted(boundary, json)));
        for (Attachment file : files) {
            parts.add(
                    BodyPublishers.ofString(
                            "--%s\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                    .formatted(boundary, file.name())));
            parts.add(BodyPublishers.ofByteArray(file.bytes()));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }
}
