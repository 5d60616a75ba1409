package org.hikeshi.notifier.sending;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.Language;
import org.hikeshi.events.ReportId;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.trust.ServiceTokens;
import org.jspecify.annotations.Nullable;

/** Asks intake, the owner of identities, how to reach a reporter (design §5, service calls). */
@Singleton
class IntakeContacts {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
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

    IntakeContacts(ServiceTokens tokens, @ConfigProperty(name = "hikeshi.intake-url") URI intake) {
        this.tokens = tokens;
        this.intake = intake;
    }

    /**
     * @param address absent if there is none, now or ever again
     * @param language {@code ja}, {@code en} or {@code both}
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@Nullable String address, @Nullable String language) {}

    Contact of(ReportId report) throws InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(intake.resolve("/internal/reports/" + report + "/contact"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + tokens.issue("intake"))
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(question, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? contact(answer.body()) : new Contact.Unavailable();
        } catch (IOException away) {
            return new Contact.Unavailable();
        }
    }

    private Contact contact(byte[] body) throws IOException {
        Answer answer;
        try {
            answer = json.readValue(body, Answer.class);
        } catch (JsonProcessingException notIntake) {
            return new Contact.Unavailable(); // and its message would quote an address
        }
        if (answer.address() == null) {
            return new Contact.NoAddress();
        }
        return switch (MailAddress.check(answer.address())) {
            case MailAddress.Good good ->
                    new Contact.Reachable(good.address(), language(answer.language()));
            case MailAddress.Refused refused -> new Contact.Unusable();
        };
    }

    private static Language language(@Nullable String code) {
        return switch (code) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            case null, default -> Language.BOTH;
        };
    }
}
