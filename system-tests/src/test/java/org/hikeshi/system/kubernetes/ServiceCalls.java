package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code calls.yaml}: who asks whom, and who needs which part.
 *
 * @param asked by caller
 * @param users by part
 */
public record ServiceCalls(Map<String, Set<String>> asked, Map<String, Set<String>> users) {
    public static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    public static ServiceCalls read() throws IOException {
        JsonNode table = Manifests.table("calls.yaml");
        Map<String, Set<String>> asked = new TreeMap<>();
        SERVICES.forEach(service -> asked.put(service, new TreeSet<>()));
        table.path("calls")
                .properties()
                .forEach(
                        caller ->
                                caller.getValue()
                                        .fieldNames()
                                        .forEachRemaining(of(asked, caller.getKey())::add));
        Map<String, Set<String>> users = new TreeMap<>();
        table.path("parts")
                .properties()
                .forEach(
                        part ->
                                part.getValue()
                                        .forEach(
                                                user ->
                                                        of(users, part.getKey())
                                                                .add(user.asText())));
        return new ServiceCalls(asked, users);
    }

    public static Set<String> of(Map<String, Set<String>> table, String key) {
        return table.computeIfAbsent(key, _ -> new TreeSet<>());
    }
}
