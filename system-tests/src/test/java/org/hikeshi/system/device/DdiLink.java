package org.hikeshi.system.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/** The device's line to the house. */
public final class DdiLink implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIES = 5;

    private final HttpClient http;
    private final URI base;
    private final String token;

    /**
     * @param base {@code …/ota/{tenant}/controller/v1/{controllerId}}
     */
    public DdiLink(URI base, String token) {
        this(base, token, ProxySelector.getDefault());
    }

    /**
     * @param way where the device stands behind a proxy of its owner
     */
    public DdiLink(URI base, String token, ProxySelector way) {
        this.base = base;
        this.token = token;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .proxy(way)
                        .build();
    }

    String host() {
        return base.getHost();
    }

    JsonNode base() throws IOException, InterruptedException {
        return json(base);
    }

    JsonNode json(URI at) throws IOException, InterruptedException {
        return JSON.readTree(bytes(at));
    }

    byte[] bytes(URI at) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request(at).GET().build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the house answered " + answer.statusCode());
        }
        return answer.body();
    }

    /**
     * Downloads into a file, going on where an earlier try was cut; never more bytes than expected.
     *
     * @return how often it had to go on
     */
    int download(URI at, Path to, long size) throws IOException, InterruptedException, Refusal {
        for (int tries = 0; ; tries++) {
            try {
                part(at, to, size);
                return tries;
            } catch (IOException cut) {
                if (tries == TRIES) {
                    throw cut;
                }
            }
        }
    }

    private void part(URI at, Path to, long size)
            throws IOException, InterruptedException, Refusal {
        long have = Files.exists(to) ? Files.size(to) : 0;
        if (have == size) {
            return;
        }
        HttpRequest.Builder request = request(at);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> answer =
                http.send(request.GET().build(), BodyHandlers.ofInputStream());
        try (InputStream bytes = answer.body()) {
            switch (answer.statusCode()) {
                case 206 -> append(bytes, to, have, size);
                case 200 -> {
                    Files.deleteIfExists(to);
                    append(bytes, to, 0, size);
                }
                case 416 -> {
                    Files.deleteIfExists(to);
                    throw new IOException("what was there does not fit: begin again");
                }
                default -> throw new IOException("the house answered " + answer.statusCode());
            }
        }
    }

    private static void append(InputStream bytes, Path to, long have, long size)
            throws IOException, Refusal {
        long now = have;
        byte[] buffer = new byte[16 * 1024];
        try (OutputStream file =
                Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                now += read;
                if (now > size) {
                    throw new Refusal(Refusal.Reason.TRUNCATED);
                }
                file.write(buffer, 0, read);
            }
        }
    }

    void describe(URI at, Map<String, String> attributes) throws IOException, InterruptedException {
        send("PUT", at, JSON.writeValueAsBytes(Map.of("mode", "merge", "data", attributes)));
    }

    /** Reports about an action; {@code at} is the address of its offer or its cancellation. */
    void report(URI at, String execution, String finished, String line)
            throws IOException, InterruptedException {
        Map<String, Object> status =
                Map.of(
                        "execution",
                        execution,
                        "result",
                        Map.of("finished", finished),
                        "details",
                        new String[] {line});
        String path = at.toString().replaceFirst("\\?.*", "");
        send(
                "POST",
                URI.create(path + "/feedback"),
                JSON.writeValueAsBytes(Map.of("status", status)));
    }

    private void send(String method, URI at, byte[] body) throws IOException, InterruptedException {
        HttpRequest request =
                request(at)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200 && status != 410) {
            throw new IOException("the house answered " + status);
        }
    }

    private HttpRequest.Builder request(URI at) {
        return HttpRequest.newBuilder(at)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "TargetToken " + token);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
