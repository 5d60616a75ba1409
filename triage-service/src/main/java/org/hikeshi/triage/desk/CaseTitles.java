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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.NeighbourService;
import org.hikeshi.trust.ServiceTokens;

/** What the reporters called their cases: intake knows, one call per page (design §5). */
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

    /** Titles by case id; empty while intake does not answer. */
    Map<String, String> of(Collection<String> caseIds) {
        if (caseIds.isEmpty()) {
            return Map.of();
        }
        ObjectNode asked = json.createObjectNode();
        asked.set("caseIds", json.valueToTree(caseIds));
        return intake.post("/internal/titles", asked.toString())
                .map(this::titles)
                .orElseGet(Map::of); // a page without titles is a page
    }

    private Map<String, String> titles(byte[] body) {
        JsonNode titles;
        try {
            titles = json.readTree(body).path("titles");
        } catch (IOException notIntake) {
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
