package org.hikeshi.release.ota;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.release.device.Attributes;

/**
 * Reads what a device says of itself ({@code PUT …/configData}); ids, times, status are ignored.
 */
final class ConfigReader {
    private static final JsonMapper LENIENT =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build();

    private ConfigReader() {}

    /** Empty if there is no object {@code data}: 400. */
    static Optional<Attributes.Change> read(byte[] body) {
        try {
            JsonNode root = LENIENT.readTree(body);
            if (!root.path("data").isObject()) {
                return Optional.empty();
            }
            Map<String, String> values = new LinkedHashMap<>();
            root.path("data")
                    .properties()
                    .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText("")));
            return Optional.of(new Attributes.Change(mode(root.path("mode").asText("")), values));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /** The protocol's default is to merge. */
    private static Attributes.Mode mode(String word) {
        return switch (word) {
            case "replace" -> Attributes.Mode.REPLACE;
            case "remove" -> Attributes.Mode.REMOVE;
            default -> Attributes.Mode.MERGE;
        };
    }
}
