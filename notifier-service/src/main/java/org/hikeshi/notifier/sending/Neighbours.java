package org.hikeshi.notifier.sending;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.ServiceTokens;

/**
 * Asks the services that own an answer, with a token for each question (design §5, service calls):
 * intake for the way to a new key, release for affected customers, disclosure for approved words.
 */
@Singleton
public class Neighbours {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ServiceTokens tokens;
    private final URI intake;
    private final URI release;
    private final URI disclosure;

    Neighbours(
            ServiceTokens tokens,
            @ConfigProperty(name = "hikeshi.intake-url") URI intake,
            @ConfigProperty(name = "hikeshi.release-url") URI release,
            @ConfigProperty(name = "hikeshi.disclosure-url") URI disclosure) {
        this.tokens = tokens;
        this.intake = intake;
        this.release = release;
        this.disclosure = disclosure;
    }

    /** The answer's body; empty if intake is away or has none yet. */
    public Optional<byte[]> intake(String path) {
        return ask("intake", intake.resolve(path));
    }

    /** The answer's body; empty if release is away or has none yet. */
    public Optional<byte[]> release(String path) {
        return ask("release", release.resolve(path));
    }

    /** The answer's body; empty if disclosure is away or has none yet. */
    public Optional<byte[]> disclosure(String path) {
        return ask("disclosure", disclosure.resolve(path));
    }

    private Optional<byte[]> ask(String service, URI where) {
        HttpRequest question =
                HttpRequest.newBuilder(where)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + tokens.issue(service))
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(question, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
