package org.hikeshi.system.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;

/** What the vendor signed about a file. */
record Manifest(
        String model,
        String version,
        String minimumVersion,
        String sha256,
        long size,
        Instant notBefore,
        Instant expires) {

    /** Empty texts and the like are no manifest. */
    static Manifest read(byte[] bytes) throws IOException {
        JsonNode json = new JsonMapper().readTree(bytes);
        try {
            return new Manifest(
                    json.required("model").asText(),
                    json.required("version").asText(),
                    json.required("minimumVersion").asText(),
                    json.required("sha256").asText(),
                    json.required("size").asLong(),
                    Instant.parse(json.required("notBefore").asText()),
                    Instant.parse(json.required("expires").asText()));
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException unfit) {
            throw new IOException("not a manifest", unfit);
        }
    }
}
