package org.hikeshi.triage.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.NeighbourService;
import org.hikeshi.trust.ServiceTokens;

/** What cases are called outside: intake knows, one call per page (design §5). */
@ApplicationScoped
class CaseTitles {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ObjectMapper json = new ObjectMapper();
    private final NeighbourService intake;

    CaseTitles(
            ServiceTokens tokens,
            @ConfigProperty(name = "hikeshi.intake-url", defaultValue = "http://127.0.0.1:8081")
                    URI address) {
        this.intake = new NeighbourService("intake", address, PATIENCE, tokens);
    }

    /**
     * By case id; empty while intake does not answer.
     *
     * @param titles as the reporters wrote them
     * @param numbers of earlier records, in the list they came from
     */
    record Called(Map<String, String> titles, Map<String, String> numbers) {
        static final Called NOTHING = new Called(Map.of(), Map.of());

        String title(String caseId) {
            return titles.getOrDefault(caseId, "");
        }

        String number(String caseId) {
            return numbers.getOrDefault(caseId, "");
        }
    }

    /** The case that was brought in under this number. */
    Optional<String> byNumber(String number) {
        ObjectNode asked = json.createObjectNode().put("number", number);
        return intake.post("/internal/earlier-number", asked.toString())
                .map(body -> read(body).path("caseId").asText(""))
                .filter(caseId -> !caseId.isEmpty());
    }

    Called of(Collection<String> caseIds) {
        if (caseIds.isEmpty()) {
            return Called.NOTHING;
        }
        ObjectNode asked = json.createObjectNode();
        asked.set("caseIds", json.valueToTree(caseIds));
        return intake.post("/internal/titles", asked.toString())
                .map(this::read)
                .map(answer -> new Called(texts(answer, "titles"), texts(answer, "numbers")))
                .orElse(Called.NOTHING); // a page without titles is a page
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException notIntake) {
            return json.createObjectNode(); // and its message would quote a title
        }
    }

    private static Map<String, String> texts(JsonNode answer, String name) {
        Map<String, String> all = new HashMap<>();
        answer.path(name)
                .properties()
                .forEach(
                        entry -> {
                            if (entry.getValue().isTextual()) {
                                all.put(entry.getKey(), entry.getValue().asText());
                            }
                        });
        return all;
    }
}
