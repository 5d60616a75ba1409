package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which service answers which path from outside. */
final class PublicPaths {
    private PublicPaths() {}

    /** {@code path type → service}, as the Ingress has it. */
    static Map<String, String> ofIngress(Manifests manifests) {
        Map<String, String> paths = new TreeMap<>();
        for (JsonNode path : rules(manifests)) {
            paths.put(
                    path.path("path").asText() + " " + path.path("pathType").asText(),
                    path.at("/backend/service/name").asText());
        }
        return paths;
    }

    /** The same as {@code routes.yaml} has it, but for the launcher's. */
    static Map<String, String> ofRoutes() throws IOException {
        JsonNode table = Manifests.table("routes.yaml");
        Map<String, String> paths = new TreeMap<>();
        for (Map.Entry<String, JsonNode> service : table.path("routes").properties()) {
            for (JsonNode path : service.getValue()) {
                String type = path.asText().equals("/") ? "Exact" : "Prefix";
                paths.put(path.asText() + " " + type, service.getKey());
            }
            for (JsonNode shape : table.path("each")) {
                String path = shape.asText().replace("<service>", service.getKey());
                paths.put(path + " Prefix", service.getKey());
            }
        }
        return paths;
    }

    /**
     * Who answers, by the rules of the Ingress API: exact before prefix, longest first, whole
     * segments.
     */
    static Optional<String> asked(Manifests manifests, String path) {
        return rules(manifests).stream()
                .filter(rule -> matches(rule, path))
                .max(
                        Comparator.comparing(
                                        (JsonNode rule) ->
                                                rule.path("pathType").asText().equals("Exact"))
                                .thenComparing(rule -> rule.path("path").asText().length()))
                .map(rule -> rule.at("/backend/service/name").asText());
    }

    private static boolean matches(JsonNode rule, String path) {
        String own = rule.path("path").asText();
        return path.equals(own)
                || (rule.path("pathType").asText().equals("Prefix")
                        && (own.equals("/") || path.startsWith(own + "/")));
    }

    private static List<JsonNode> rules(Manifests manifests) {
        return manifests.of("Ingress").stream()
                .flatMap(ingress -> ingress.at("/spec/rules").valueStream())
                .flatMap(rule -> rule.at("/http/paths").valueStream())
                .toList();
    }
}
