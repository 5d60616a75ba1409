package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What pods take from Secrets and ConfigMaps, against what is there: the rendered ConfigMaps and
 * what {@code tools prepare --manifest} makes of an installation's keys.
 */
final class References {
    private static final Set<String> EACH =
            Set.of("service-key.pem", "master.p12", "master.password", "database.password");
    private static final String OPENPGP = "openpgp.asc";

    private final Map<String, Set<String>> there = new TreeMap<>();
    private final List<String> found = new ArrayList<>();

    private References(Manifests manifests) {
        for (String service : ServiceCalls.SERVICES) {
            there.put("hikeshi-" + service, new TreeSet<>(EACH));
        }
        keys("hikeshi-intake").addAll(Set.of("access-keys.secret", OPENPGP));
        keys("hikeshi-disclosure").add(OPENPGP);
        keys("hikeshi-notifier").addAll(Set.of("staff.properties", OPENPGP));
        keys("hikeshi-shared").addAll(Set.of("session.key", "people.properties"));
        keys("hikeshi-public").add("desk.asc");
        keys("hikeshi-keys");
        keys("hikeshi-postgresql").add("postgres.password");
        keys("hikeshi-postgresql").addAll(ServiceCalls.SERVICES);
        for (ObjectNode map : manifests.of("ConfigMap")) {
            map.path("data").fieldNames().forEachRemaining(keys(Manifests.name(map))::add);
        }
    }

    /** Names and keys that nobody makes, and paths that lead into nothing. */
    static List<String> broken(Manifests manifests) {
        References references = new References(manifests);
        for (ObjectNode workload : manifests.workloads()) {
            references.judge(manifests, workload);
        }
        return references.found;
    }

    private void judge(Manifests manifests, ObjectNode workload) {
        String who = Manifests.name(workload);
        Map<String, String> mounted = mounted(who, workload);
        for (JsonNode container : Manifests.containers(workload)) {
            Map<String, String> values = new TreeMap<>();
            for (JsonNode from : container.path("envFrom")) {
                String map = from.at("/configMapRef/name").asText();
                if (there.containsKey(map)) {
                    manifests
                            .one("ConfigMap", map)
                            .path("data")
                            .properties()
                            .forEach(
                                    entry -> values.put(entry.getKey(), entry.getValue().asText()));
                } else {
                    found.add(who + ": " + map);
                }
            }
            for (JsonNode variable : container.path("env")) {
                values.put(variable.path("name").asText(), variable.path("value").asText());
                taken(who, variable.at("/valueFrom/secretKeyRef"));
                taken(who, variable.at("/valueFrom/configMapKeyRef"));
            }
            if (workload.path("kind").asText().equals("Deployment")) {
                values.values().stream()
                        .filter(value -> value.startsWith("/etc/hikeshi/"))
                        .forEach(path -> leads(who, mounted, path));
            }
        }
    }

    private Map<String, String> mounted(String who, ObjectNode workload) {
        Map<String, String> sources = new TreeMap<>();
        for (JsonNode volume : Manifests.pod(workload).path("volumes")) {
            String source =
                    volume.at("/secret/secretName").asText()
                            + volume.at("/configMap/name").asText();
            if (!source.isEmpty()) {
                sources.put(volume.path("name").asText(), source);
                if (!there.containsKey(source)) {
                    found.add(who + ": " + source);
                }
            }
        }
        Map<String, String> paths = new TreeMap<>();
        for (JsonNode container : Manifests.containers(workload)) {
            for (JsonNode mount : container.path("volumeMounts")) {
                String source = sources.get(mount.path("name").asText());
                if (source != null) {
                    paths.put(mount.path("mountPath").asText(), source);
                }
            }
        }
        return paths;
    }

    private void taken(String who, JsonNode reference) {
        boolean made =
                keys(reference.path("name").asText()).contains(reference.path("key").asText());
        if (!reference.isMissingNode() && !made && !reference.path("optional").asBoolean()) {
            found.add(who + ": " + reference);
        }
    }

    private void leads(String who, Map<String, String> mounted, String path) {
        String whole = mounted.get(path);
        int cut = path.lastIndexOf('/');
        String folder = mounted.get(path.substring(0, cut));
        if (whole == null && (folder == null || !keys(folder).contains(path.substring(cut + 1)))) {
            found.add(who + ": " + path);
        }
    }

    private Set<String> keys(String name) {
        return ServiceCalls.of(there, name);
    }
}
