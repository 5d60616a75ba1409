package org.hikeshi.disclosure.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.NeighbourService;
import org.hikeshi.events.CaseId;
import org.hikeshi.trust.ServiceTokens;
import org.jspecify.annotations.Nullable;

/** Asks intake how the reporters of a case want to be named (design §5, service calls). */
@Singleton
class IntakeCredits {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ObjectMapper json = new ObjectMapper();
    private final NeighbourService intake;

    IntakeCredits(
            ServiceTokens tokens,
            @ConfigProperty(name = "hikeshi.intake-url", defaultValue = "http://127.0.0.1:1")
                    URI address) {
        this.intake = new NeighbourService("intake", address, PATIENCE, tokens);
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
        return intake.get("/internal/cases/" + caseId + "/credits").flatMap(this::lines);
    }

    private Optional<List<String>> lines(byte[] body) {
        try {
            return Optional.of(named(json.readValue(body, Answer.class).credits()));
        } catch (IOException notIntake) {
            return Optional.empty(); // its message could quote what came: not logged
        }
    }

    private static List<String> named(@Nullable List<Credit> credits) {
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
