package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.system.compose.ComposeProject;

/**
 * The container of a pod of {@code k8s/}, run by an engine without a cluster: its variables, mounts
 * and restrictions are those of the manifest, the Secrets and ConfigMaps are volumes of a compose
 * project.
 */
record PodRun(Manifests manifests, ComposeProject project) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\((\\w+)\\)");

    /**
     * Words of {@code docker run}; the container is called {@link #name()} and removes itself.
     *
     * @param changes variables that are to be otherwise
     * @param options of the engine
     */
    List<String> words(
            JsonNode workload, String service, Map<String, String> changes, String... options) {
        JsonNode container = Manifests.containers(workload).getFirst();
        List<String> words = new ArrayList<>(List.of("run", "--rm", "--name", name()));
        words.addAll(List.of(options));
        words.addAll(List.of("--network", project.nameOf("data")));
        words.addAll(List.of("--memory", memory(container)));
        restrictions(workload, container, words);
        for (JsonNode mount : container.path("volumeMounts")) {
            words.addAll(mounted(mount, service));
        }
        Map<String, String> variables = variables(container, service);
        variables.putAll(changes);
        variables.forEach((name, value) -> words.addAll(List.of("--env", name + "=" + value)));
        String image = container.path("image").asText().replaceFirst(":.*", "");
        words.add(image + ":" + project.version());
        container.path("args").forEach(argument -> words.add(argument.asText()));
        return words;
    }

    /** One at a time. */
    String name() {
        return project.nameOf("pod");
    }

    private static String memory(JsonNode container) {
        return container.at("/resources/limits/memory").asText().replace("Mi", "m");
    }

    private static void restrictions(JsonNode workload, JsonNode container, List<String> words) {
        JsonNode security = container.path("securityContext");
        JsonNode pod = Manifests.pod(workload).path("securityContext");
        words.addAll(List.of("--user", pod.path("runAsUser") + ":" + pod.path("runAsGroup")));
        if (security.path("readOnlyRootFilesystem").asBoolean()) {
            words.add("--read-only");
        }
        if (!security.path("allowPrivilegeEscalation").asBoolean(true)) {
            words.add("--security-opt=no-new-privileges:true");
        }
        security.at("/capabilities/drop").forEach(one -> words.add("--cap-drop=" + one.asText()));
    }

    private List<String> mounted(JsonNode mount, String service) {
        String path = mount.path("mountPath").asText();
        String name = mount.path("name").asText();
        return switch (name) {
            case "tmp" -> List.of("--tmpfs", path);
            case "state" -> List.of("--tmpfs", path + ":uid=10001,gid=10001");
            case "own" ->
                    List.of("--volume", project.nameOf("own-" + service) + ":" + path + ":ro");
            default -> List.of("--volume", project.nameOf(name) + ":" + path + ":ro");
        };
    }

    private Map<String, String> variables(JsonNode container, String service) {
        Map<String, String> all = new LinkedHashMap<>();
        for (JsonNode from : container.path("envFrom")) {
            JsonNode data = configuration(from.at("/configMapRef/name").asText());
            data.propertyStream().forEach(one -> all.put(one.getKey(), one.getValue().asText()));
        }
        for (JsonNode one : container.path("env")) {
            all.put(one.path("name").asText(), value(one, all, service));
        }
        return all;
    }

    private JsonNode configuration(String name) {
        return manifests.one("ConfigMap", name).path("data");
    }

    private String value(JsonNode variable, Map<String, String> before, String service) {
        JsonNode map = variable.at("/valueFrom/configMapKeyRef");
        if (!map.isMissingNode()) {
            return configuration(map.path("name").asText()).path(map.path("key").asText()).asText();
        }
        JsonNode secret = variable.at("/valueFrom/secretKeyRef");
        if (!secret.isMissingNode()) {
            if (!secret.path("key").asText().equals("database.password")) {
                throw new AssertionError("where does it get " + secret + " from?");
            }
            return project.password(service);
        }
        return VARIABLE.matcher(variable.path("value").asText())
                .replaceAll(found -> Matcher.quoteReplacement(before.get(found.group(1))));
    }
}
