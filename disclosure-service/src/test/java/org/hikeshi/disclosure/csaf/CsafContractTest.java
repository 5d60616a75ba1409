package org.hikeshi.disclosure.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.parts.NodePackage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others say about our documents: the standard's schema, and another maker's validator. */
class CsafContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private static String written(PublishedText text) {
        return new String(
                CsafDocument.of(text, SampleDocuments.PUBLISHER),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void ourOwnRulesFindNothingAndSeeWhatIsBroken() {
        for (PublishedText text : SampleDocuments.all().values()) {
            ObjectNode document = CsafDocument.tree(text, SampleDocuments.PUBLISHER);
            assertThat(CsafRules.broken(document)).as(text.publicId()).isEmpty();
        }
        ObjectNode document = brokenDocument();
        ((ObjectNode) document.at("/vulnerabilities/0/product_status"))
                .putArray("fixed")
                .add("CSAFPID-0099");
        assertThat(CsafRules.broken(document)).containsExactlyInAnyOrder("6.1.16", "6.1.1");
    }

    /** Its version is none of its history. */
    private static ObjectNode brokenDocument() {
        ObjectNode document =
                CsafDocument.tree(
                        java.util.Objects.requireNonNull(SampleDocuments.all().get("revised")),
                        SampleDocuments.PUBLISHER);
        ((ObjectNode) document.at("/document/tracking")).put("version", "7");
        return document;
    }

    /** Schemas of CVSS, which the standard refers to, are not here: the validator checks scores. */
    @Test
    void theOfficialSchemaAcceptsThem() throws IOException {
        String corpora = System.getenv("HIKESHI_CORPORA");
        Path schema =
                Path.of(
                        corpora == null ? "/nonexistent" : corpora,
                        "csaf/csaf_2.0/json_schema/csaf_json_schema.json");
        Assumptions.assumeTrue(Files.exists(schema), "HIKESHI_CORPORA/csaf is not here");
        Map<String, String> anything =
                Map.of(
                        "https://www.first.org/cvss/cvss-v2.0.json", "{}",
                        "https://www.first.org/cvss/cvss-v3.0.json", "{}",
                        "https://www.first.org/cvss/cvss-v3.1.json", "{}");
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(anything));
        // CVSS 3.0 and 3.1 are alternatives there; with both open a score would fit both.
        ObjectNode read = (ObjectNode) JSON.readTree(schema.toFile());
        read.findParents("cvss_v3").forEach(parent -> ((ObjectNode) parent).putObject("cvss_v3"));
        Schema official = registry.getSchema(read.toString());
        for (PublishedText text : SampleDocuments.all().values()) {
            assertThat(official.validate(written(text), InputFormat.JSON))
                    .as(text.publicId())
                    .isEmpty();
        }
    }

    @Test
    void anotherMakersValidatorAcceptsThem() throws IOException, InterruptedException {
        NodePackage validator =
                NodePackage.installed(
                                Path.of("..", "target", "node"),
                                "@secvisogram/csaf-validator-lib",
                                "2.0.10")
                        .orElse(null);
        Assumptions.assumeTrue(
                validator != null, "npm or @secvisogram/csaf-validator-lib is not here");
        Path documents = Files.createDirectory(folder.resolve("documents"));
        String judge = Files.readString(Path.of("src/test/resources/csaf-judge.mjs"));
        for (Map.Entry<String, PublishedText> sample : SampleDocuments.all().entrySet()) {
            Files.writeString(
                    documents.resolve(sample.getKey() + ".json"), written(sample.getValue()));
        }
        NodePackage.Ended ended = validator.run(judge, documents);
        assertThat(ended.status()).as(ended.output()).isZero();

        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("broken.json"), brokenDocument().toString());
        NodePackage.Ended refused = validator.run(judge, broken);
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("broken.json mandatoryTest_6_1_16");
    }
}
