package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hikeshi.parts.MailFolder;
import org.junit.jupiter.api.Test;

/** What is given away: it starts by itself, and says what is in it. */
class ReleaseZipE2ET {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theZipAloneAcknowledgesAReport() throws Exception {
        ReleasedHikeshi released = ReleasedHikeshi.unpacked();
        long began = System.nanoTime();
        boolean went = false;
        try {
            String said =
                    released.upAndReport(
                            """
                            {"description": "The update server accepts any certificate.",
                             "reporter": {"email": "finder@example.com", "language": "en"}}""");
            assertThat(said).as("what up said, and the answer").contains("HTTP/1.1 201");
            if (released.alone()) {
                assertThat(said.lines().filter(line -> line.matches(" *[^ ]+:( +\\d+){16}")))
                        .singleElement()
                        .asString()
                        .contains("lo:");
            }
            MailFolder mails = new MailFolder(released.data().resolve("data/mailbox/mails"));
            Waiting.until(
                    "the acknowledgement is in the mailbox",
                    Duration.ofSeconds(60),
                    () ->
                            mails.mails().stream()
                                    .anyMatch(m -> m.to().contains("finder@example.com")));
            System.out.printf(
                    "release zip, %s, first start: acknowledged %.1f s after up%n",
                    released.alone() ? "without network" : "WITH network (unshare is not allowed)",
                    (System.nanoTime() - began) / 1e9);
            assertThat(released.call("test")).contains("needs the sources");
            went = true;
        } finally {
            String down = released.call("down");
            if (went) {
                assertThat(down).contains("Stopped.");
            }
        }
    }

    @Test
    void everyJarIsInTheSbomAndHasALicence() throws Exception {
        try (ZipFile zip = new ZipFile(ReleasedHikeshi.zip().toFile())) {
            JsonNode sbom = JSON.readTree(bytes(zip, "/sbom.cdx.json"));
            SortedMap<String, String> jars = digestsOfJars(zip);

            assertThat(jars).hasSizeGreaterThan(200);
            assertThat(unknown(jars, sbom)).isEmpty();
            assertThat(withoutLicence(sbom)).isEmpty();
            String list = new String(bytes(zip, "/THIRD-PARTY.txt"), StandardCharsets.UTF_8);
            assertThat(list)
                    .contains("htmx.org, ", ": 0BSD", "design-tokens, ", "postgresql, ")
                    .doesNotContain("junit-jupiter", "assertj", "archunit", "playwright");

            // The control: a part taken out of the SBOM, and one that lost its licence, are missed.
            ObjectNode spoilt = (ObjectNode) withPart(sbom, "kafka-clients");
            spoilt.remove("licenses");
            spoilt.remove("hashes");
            assertThat(withoutLicence(sbom)).containsExactly("kafka-clients");
            assertThat(unknown(jars, sbom)).singleElement().asString().contains("kafka-clients");
        }
    }

    @Test
    void theSbomKeepsToTheSchemaOfItsMakers() throws Exception {
        try (ZipFile zip = new ZipFile(ReleasedHikeshi.zip().toFile())) {
            byte[] text = bytes(zip, "/sbom.cdx.json");
            JsonNode sbom = JSON.readTree(text);
            assertThat(sbom.path("specVersion").asText()).isEqualTo(SbomSchema.VERSION);
            SbomSchema schema = new SbomSchema();
            assertThat(schema.faults(new String(text, StandardCharsets.UTF_8))).isEmpty();

            // The controls: each of these is refused.
            JsonNode part = withPart(sbom, "kafka-clients");
            assertThat(part.at("/licenses/0/license/id").asText()).isEqualTo("Apache-2.0");
            Map<String, Consumer<ObjectNode>> spoilt =
                    Map.of(
                            "required", one -> one.remove("name"),
                            "additionalProperties", one -> one.put("licence", "Apache-2.0"),
                            "pattern", one -> at(one, "/hashes/0").put("content", "0f"),
                            "enum", one -> at(one, "/licenses/0/license").put("id", "Apache-3"));
            for (Map.Entry<String, Consumer<ObjectNode>> fault : spoilt.entrySet()) {
                JsonNode broken = sbom.deepCopy();
                fault.getValue().accept((ObjectNode) withPart(broken, "kafka-clients"));
                assertThat(schema.faults(broken.toString()).toString())
                        .contains("/components/", fault.getKey());
            }
        }
    }

    private static ObjectNode at(JsonNode component, String path) {
        return (ObjectNode) component.at(path);
    }

    @Test
    void theDigestBesideTheZipIsItsOwn() throws Exception {
        Path zip = ReleasedHikeshi.zip();
        assertThat(Files.readString(zip.resolveSibling(zip.getFileName() + ".sha256")))
                .isEqualTo(sha256(Files.readAllBytes(zip)) + "  " + zip.getFileName() + "\n");
    }

    private static List<String> unknown(SortedMap<String, String> jars, JsonNode sbom) {
        Set<String> known = new HashSet<>();
        sbom.path("components")
                .forEach(
                        component ->
                                component
                                        .path("hashes")
                                        .forEach(hash -> known.add(hash.path("content").asText())));
        return jars.keySet().stream().filter(jar -> !known.contains(jars.get(jar))).toList();
    }

    /** Parts of others that state none; our own are not among them. */
    private static List<String> withoutLicence(JsonNode sbom) {
        List<String> names = new ArrayList<>();
        for (JsonNode component : sbom.path("components")) {
            boolean ours = component.path("group").asText().equals("org.hikeshi");
            if (!ours && component.path("licenses").isEmpty()) {
                names.add(component.path("name").asText());
            }
        }
        return names;
    }

    private static JsonNode withPart(JsonNode sbom, String name) {
        for (JsonNode component : sbom.path("components")) {
            if (component.path("name").asText().equals(name)) {
                return component;
            }
        }
        throw new AssertionError("the SBOM has no " + name);
    }

    private static SortedMap<String, String> digestsOfJars(ZipFile zip) throws Exception {
        SortedMap<String, String> digests = new TreeMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getName().endsWith(".jar")) {
                try (InputStream jar = zip.getInputStream(entry)) {
                    digests.put(entry.getName(), sha256(jar.readAllBytes()));
                }
            }
        }
        return digests;
    }

    private static byte[] bytes(ZipFile zip, String end) throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getName().endsWith(end)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError("the zip has no " + end);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
