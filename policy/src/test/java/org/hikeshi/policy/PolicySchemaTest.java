package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PolicySchemaTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(PolicySchema.text(), InputFormat.JSON);

    @Test
    void the_schema_in_the_repository_is_the_one_the_model_makes() throws Exception {
        assertThat(Files.readString(Path.of("policy.schema.json")))
                .as("renew it: ./hikeshi policy schema > policy/policy.schema.json")
                .isEqualTo(PolicySchema.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "cvss-sla", "individual-ota", "psirt-notices"})
    void the_examples_satisfy_it_and_point_at_it(String name) {
        String text = PolicyFile.bundledText(name).orElseThrow();
        assertThat(SCHEMA.validate(json(text), InputFormat.JSON)).isEmpty();
        assertThat(text).startsWith("# yaml-language-server: $schema=../policy.schema.json\n");
        assertThat(Files.exists(Path.of("examples/../policy.schema.json"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "rhythm:, rythm:",
        "country: japan, country: mars",
        "version: \"1.0\", version: 1.0",
        "keep: 3 years, keep: soon",
        "prefix: EX, prefix: e-x",
        "everyDays: 14, everyDays: 0",
        "created: 2025-09-01, created: yesterday",
    })
    void the_editor_refuses_what_the_loader_refuses(String good, String bad) {
        String text = PolicyFile.bundledText("cvss-sla").orElseThrow();
        assertThat(text).contains(good);
        assertThat(SCHEMA.validate(json(text.replace(good, bad)), InputFormat.JSON)).isNotEmpty();
    }

    private static String json(String yaml) {
        return Json.pretty(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }
}
