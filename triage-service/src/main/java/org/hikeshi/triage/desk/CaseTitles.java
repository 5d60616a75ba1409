package org.hikeshi.triage.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.ServiceTokens;

/** What the reporters called their cases: intake knows, one call per page (design §5). */
@ApplicationScoped
class CaseTitles {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ObjectMapper json = new ObjectMapper();
    private final ServiceTokens tokens;
    private final URI intake;

    CaseTitles(
            ServiceTokens tokens,
            @ConfigProperty(name = "hikeshi.intake-url", defaultValue = "http://127.0.0.1:8081")
                    URI intake) {
        this.tokens = tokens;
        this.intake = intake;
    }

    /** Titles by case id; empty while intake does not answer. */
    Map<String, String> of(Collection<String> caseIds) {
        if (caseIds.isEmpty()) {
            return Map.of();
        }
        try {
            String body = json.writeValueAsString(Map.of("caseIds", caseIds));
            HttpRequest question =
                    HttpRequest.newBuilder(intake.resolve("/internal/titles"))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + tokens.issue("intake"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            HttpResponse<byte[]> answer =
                    http.send(question, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? titles(answer.body()) : Map.of();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (IOException away) {
            return Map.of(); // a page without titles is a page
        }
    }

    private Map<String, String> titles(byte[] body) throws IOException {
        JsonNode titles;
        try {
            titles = json.readTree(body).path("titles");
        } catch (JsonProcessingException notIntake) {
            return Map.of(); // and its message would quote a title
        }
        Map<String, String> all = new HashMap<>();
        titles.properties()
                .forEach(
                        entry -> {
                            if (entry.getValue().isTextual()) {
                                all.put(entry.getKey(), entry.getValue().asText());
                            }
                        });
        return all;
    }
}
