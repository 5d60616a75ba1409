package org.hikeshi.casefile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.hikeshi.trust.ServiceTokens;

/**
 * Another service, asked over HTTP for what only it knows (design §5, service calls). Each question
 * carries a token of its own; no redirect is followed. Whatever goes wrong is "no answer", and
 * nothing of it is logged, since it could quote what came. Safe for many threads.
 */
public final class NeighbourService {
    private static final int OK = 200;

    private final String name;
    private final URI address;
    private final Duration patience;
    private final ServiceTokens tokens;
    private final HttpClient http;

    /**
     * @param name of the service, for whom tokens are made out
     * @param address its base
     * @param patience for connecting, and again for an answer
     */
    public NeighbourService(String name, URI address, Duration patience, ServiceTokens tokens) {
        this.name = name;
        this.address = address;
        this.patience = patience;
        this.tokens = tokens;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** The body of a 200; empty for anything else. */
    public Optional<byte[]> get(String path) {
        return body(to(path).header("Accept", "application/json").build());
    }

    /** Asks with a JSON document; the body of a 200, empty for anything else. */
    public Optional<byte[]> post(String path, String json) {
        return body(
                to(path).header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    /** Brings a JSON document; the status of the answer, empty if there was none. */
    public OptionalInt put(String path, String json) {
        HttpRequest request =
                to(path).header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build();
        return answer(request, BodyHandlers.discarding())
                .map(answer -> OptionalInt.of(answer.statusCode()))
                .orElseGet(OptionalInt::empty);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + tokens.issue(name));
    }

    private Optional<byte[]> body(HttpRequest request) {
        return answer(request, BodyHandlers.ofByteArray())
                .filter(answer -> answer.statusCode() == OK)
                .map(HttpResponse::body);
    }

    private <T> Optional<HttpResponse<T>> answer(
            HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return Optional.of(http.send(request, body));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
