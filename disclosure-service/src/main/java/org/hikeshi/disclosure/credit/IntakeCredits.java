package org.hikeshi.disclosure.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.CaseId;
import org.hikeshi.trust.ServiceTokens;
import org.jspecify.annotations.Nullable;

/** Asks intake how the reporters of a case want to be named (design §5, service calls). */
@Singleton
class IntakeCredits {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
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

    IntakeCredits(
            ServiceTokens tokens,
            @ConfigProperty(name = "hikeshi.intake-url", defaultValue = "http://127.0.0.1:1")
                    URI intake) {
        this.tokens = tokens;
        this.intake = intake;
    }

    /** What intake answers. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@Nullable List<Credit> credits) {}

    /** The wish of one reporter: {@code none} or {@code named}. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credit(@Nullable String wish, @Nullable String creditAs) {}

    /** The lines to print; empty if intake cannot be asked now. */
    Optional<List<String>> of(CaseId caseId) {
        HttpRequest question =
                HttpRequest.newBuilder(intake.resolve("/internal/cases/" + caseId + "/credits"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + tokens.issue("intake"))
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(question, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? Optional.of(lines(answer.body())) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty(); // its message could quote what came: not logged
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private List<String> lines(byte[] body) throws IOException {
        List<Credit> credits = json.readValue(body, Answer.class).credits();
        return credits == null
                ? List.of()
                : credits.stream()
                        .filter(credit -> "named".equals(credit.wish()))
                        .map(Credit::creditAs)
                        .flatMap(line -> Optional.ofNullable(line).stream())
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }
}
