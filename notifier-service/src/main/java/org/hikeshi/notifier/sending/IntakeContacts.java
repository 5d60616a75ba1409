package org.hikeshi.notifier.sending;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.NeighbourService;
import org.hikeshi.events.Language;
import org.hikeshi.events.ReportId;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.trust.ServiceTokens;
import org.jspecify.annotations.Nullable;

/** Asks intake, the owner of identities, how to reach a reporter (design §5, service calls). */
@Singleton
class IntakeContacts {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final NeighbourService intake;

    IntakeContacts(ServiceTokens tokens, @ConfigProperty(name = "hikeshi.intake-url") URI address) {
        this.intake = new NeighbourService("intake", address, PATIENCE, tokens);
    }

    /**
     * @param address absent if there is none, now or ever again
     * @param language {@code ja}, {@code en} or {@code both}
     * @param name as the reporter gave it, which may be anything
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@Nullable String address, @Nullable String language, @Nullable String name) {}

    Contact of(ReportId report) {
        return intake.get("/internal/reports/" + report + "/contact")
                .map(this::contact)
                .orElseGet(Contact.Unavailable::new);
    }

    private Contact contact(byte[] body) {
        Answer answer;
        try {
            answer = json.readValue(body, Answer.class);
        } catch (IOException notIntake) {
            return new Contact.Unavailable(); // and its message would quote an address
        }
        if (answer.address() == null) {
            return new Contact.NoAddress();
        }
        return switch (MailAddress.check(answer.address())) {
            case MailAddress.Good good ->
                    new Contact.Reachable(
                            good.address(),
                            language(answer.language()),
                            Salutation.name(answer.name()));
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
