package org.hikeshi.dist;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The CycloneDX SBOM of exactly what is packed: of Maven's components those whose file is there, by
 * SHA-256; our own programs; and what lies inside jars without being an artifact.
 */
final class Inventory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "org.hikeshi";

    private final ObjectNode sbom;
    private final SortedMap<String, ObjectNode> components = new TreeMap<>();
    private final SortedMap<String, List<String>> places = new TreeMap<>();

    private Inventory(ObjectNode sbom) {
        this.sbom = sbom;
    }

    /**
     * @param maven what the CycloneDX plugin wrote
     * @param when ISO 8601, the same for all builds of a version
     * @throws IllegalStateException if a packed jar is unknown to Maven or states no licence
     */
    static Inventory of(Path maven, Contents contents, String version, String when)
            throws IOException {
        Inventory inventory = new Inventory((ObjectNode) JSON.readTree(maven.toFile()));
        inventory.keepPacked(contents);
        for (ObjectNode inside : InsideJars.components(contents.jars())) {
            inventory.components.put(inside.path("bom-ref").asText(), inside);
        }
        inventory.describe(version, when);
        return inventory;
    }

    private void keepPacked(Contents contents) {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode component : sbom.path("components")) {
            for (JsonNode hash : component.path("hashes")) {
                known.put(hash.path("content").asText(), component);
            }
        }
        List<String> strangers = new ArrayList<>();
        contents.jars()
                .forEach(
                        (path, bytes) -> {
                            String digest = Digests.sha256(bytes);
                            JsonNode found = known.get(contents.asBuilt(path));
                            if (found != null) {
                                keep(packed((ObjectNode) found, digest), path);
                            } else if (path.startsWith(Programs.LIB)
                                    || path.contains("/lib/boot/")) {
                                strangers.add(path);
                            } else {
                                keep(program(path, digest), path);
                            }
                        });
        if (!strangers.isEmpty()) {
            throw new IllegalStateException("the SBOM does not know " + strangers);
        }
    }

    private void keep(ObjectNode component, String path) {
        String name = component.path("bom-ref").asText();
        if (!isOurs(component) && Licences.of(component).isEmpty()) {
            throw new IllegalStateException(path + " states no licence");
        }
        components.put(name, component);
        places.computeIfAbsent(name, _ -> new ArrayList<>()).add(path);
    }

    /**
     * Maven's hashes are those of the jar as it was built; one of ours is packed in steady bytes.
     */
    private static ObjectNode packed(ObjectNode component, String digest) {
        if (isOurs(component)) {
            component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest);
        }
        return component;
    }

    /** A jar that the build of this project makes. */
    private static ObjectNode program(String path, String digest) {
        ObjectNode component = JSON.createObjectNode();
        component.put("type", "file").put("bom-ref", OURS + ":" + path);
        component.put("group", OURS).put("name", path);
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest);
        return component;
    }

    static boolean isOurs(JsonNode component) {
        return component.path("group").asText().equals(OURS);
    }

    private void describe(String version, String when) {
        components.forEach(this::tellPlaces);
        ObjectNode metadata = (ObjectNode) sbom.path("metadata");
        metadata.put("timestamp", when);
        metadata.remove("properties");
        String was = metadata.path("component").path("bom-ref").asText();
        ObjectNode product = metadata.putObject("component");
        product.put("type", "application").put("bom-ref", "hikeshi");
        product.put("group", OURS).put("name", "hikeshi").put("version", version);
        ArrayNode packed = sbom.putArray("components");
        components.values().forEach(packed::add);
        dependencies(was);
        byte[] all = packed.toString().getBytes(StandardCharsets.UTF_8);
        sbom.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(all));
    }

    private void tellPlaces(String name, ObjectNode component) {
        ArrayNode occurrences = component.putObject("evidence").putArray("occurrences");
        places.getOrDefault(name, List.of())
                .forEach(path -> occurrences.addObject().put("location", path));
        if (occurrences.isEmpty()) {
            component.remove("evidence");
        }
    }

    private void dependencies(String was) {
        SortedMap<String, Set<String>> kept = new TreeMap<>();
        for (JsonNode from : sbom.path("dependencies")) {
            String ref = from.path("ref").asText();
            if (components.containsKey(ref) || ref.equals(was)) {
                Set<String> on =
                        kept.computeIfAbsent(
                                ref.equals(was) ? "hikeshi" : ref, _ -> new HashSet<>());
                from.path("dependsOn").forEach(to -> on.add(to.asText()));
            }
        }
        ArrayNode written = sbom.putArray("dependencies");
        kept.forEach(
                (ref, on) -> {
                    ArrayNode to = written.addObject().put("ref", ref).putArray("dependsOn");
                    on.stream().filter(components::containsKey).sorted().forEach(to::add);
                });
    }

    SortedMap<String, ObjectNode> components() {
        return components;
    }

    String json() throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return JSON.writer(printer).writeValueAsString(sbom) + "\n";
    }
}
