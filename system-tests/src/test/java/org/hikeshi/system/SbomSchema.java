package org.hikeshi.system;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The JSON schema of CycloneDX (ECMA-424) as its makers hand it out, with the SPDX list of licences
 * that it names; nothing is fetched.
 */
final class SbomSchema {
    static final String VERSION = "1.6";

    private static final String PLACE = "http://cyclonedx.org/schema/";
    private static final String ROOT = "bom-" + VERSION + ".schema.json";

    private final Schema schema;

    SbomSchema() throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String file : List.of(ROOT, "spdx.schema.json", "jsf-0.82.schema.json")) {
            try (InputStream in = SbomSchema.class.getResourceAsStream("/" + file)) {
                byte[] text = Objects.requireNonNull(in, file).readAllBytes();
                texts.put(PLACE + file, new String(text, StandardCharsets.UTF_8));
            }
        }
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        builder ->
                                builder.schemas(texts)
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
        this.schema = registry.getSchema(SchemaLocation.of(PLACE + ROOT));
    }

    /** Where and by which keyword a text breaks it. */
    List<String> faults(String json) {
        return schema.validate(json, InputFormat.JSON).stream().map(SbomSchema::fault).toList();
    }

    private static String fault(Error error) {
        return error.getInstanceLocation() + " " + error.getKeyword() + ": " + error.getMessage();
    }
}
