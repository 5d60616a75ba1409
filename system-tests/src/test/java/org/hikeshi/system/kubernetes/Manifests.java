package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The objects of one installation, as they would be handed to the API server. */
record Manifests(List<ObjectNode> objects) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Debian 12 has a kubectl 1.20, whose kustomize knows neither labels nor patches by target. */
    private static final int OLDEST = 27;

    private static final Map<Path, Manifests> RENDERED = new ConcurrentHashMap<>();
    private static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "Job");

    Manifests {
        objects = List.copyOf(objects);
    }

    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("routes.yaml"))) {
            here = Objects.requireNonNull(here.getParent(), "started outside the project");
        }
        return here;
    }

    /** Each object of a YAML text. */
    static Manifests read(String yaml) {
        List<ObjectNode> objects = new ArrayList<>();
        for (Object object : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            JsonNode tree = JSON.valueToTree(object);
            if (tree instanceof ObjectNode found && found.has("kind")) {
                objects.add(found);
            }
        }
        return new Manifests(objects);
    }

    /** One YAML file that is no list of objects: {@code routes.yaml}, {@code calls.yaml}. */
    static JsonNode table(String file) throws IOException {
        return JSON.valueToTree(
                new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(root().resolve(file))));
    }

    /** The files of {@code k8s/} that hold whole objects, without patches; needs no kubectl. */
    static Manifests files() throws IOException {
        List<ObjectNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root().resolve("k8s"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (!Set.of("kustomization.yaml", "policy.yaml").contains(name)
                        && !name.startsWith("every-")) {
                    all.addAll(read(Files.readString(file)).objects());
                }
            }
        }
        return new Manifests(all);
    }

    /** Rendered, once for each folder; empty if there is no kubectl from 1.27 on. */
    static Optional<Manifests> rendered(Path overlay) throws InterruptedException {
        Manifests known = RENDERED.get(overlay);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            if (minorVersion() < OLDEST) {
                return Optional.empty();
            }
            Manifests found = read(said("kubectl", "kustomize", overlay.toString()));
            RENDERED.put(overlay, found);
            return Optional.of(found);
        } catch (IOException noKubectl) {
            return Optional.empty();
        }
    }

    private static int minorVersion() throws IOException, InterruptedException {
        String answer = said("kubectl", "version", "--client", "--output=json");
        String minor = JSON.readTree(answer).at("/clientVersion/minor").asText();
        return Integer.parseInt(minor.replaceAll("\\D", ""));
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return answer;
    }

    /** A copy in which one object is changed. */
    Manifests with(String kind, String name, Consumer<ObjectNode> change) {
        List<ObjectNode> copies = objects.stream().map(ObjectNode::deepCopy).toList();
        Manifests copy = new Manifests(copies);
        change.accept(copy.one(kind, name));
        return copy;
    }

    /** A copy without one object. */
    Manifests without(String kind, String name) {
        ObjectNode gone = one(kind, name);
        return new Manifests(objects.stream().filter(object -> object != gone).toList());
    }

    List<ObjectNode> of(String kind) {
        return objects.stream().filter(object -> kind.equals(kind(object))).toList();
    }

    ObjectNode one(String kind, String name) {
        return of(kind).stream()
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    /** The generated ConfigMap of this name, whatever its hash is. */
    ObjectNode configuration(String name) {
        return of("ConfigMap").stream()
                .filter(object -> name(object).matches(name + "-[a-z0-9]{10}"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no ConfigMap " + name));
    }

    /** Whatever makes pods. */
    List<ObjectNode> workloads() {
        return objects.stream().filter(object -> WITH_PODS.contains(kind(object))).toList();
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static List<JsonNode> containers(JsonNode workload) {
        List<JsonNode> all = new ArrayList<>();
        pod(workload).path("containers").forEach(all::add);
        pod(workload).path("initContainers").forEach(all::add);
        return all;
    }

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String json(List<ObjectNode> objects) {
        try {
            return JSON.writeValueAsString(objects);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
