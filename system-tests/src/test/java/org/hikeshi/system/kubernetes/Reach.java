package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who may open a connection to whom, as the NetworkPolicies together say it. */
record Reach(List<JsonNode> policies) {
    /** Labels of a pod of this namespace, or of another namespace as a whole. */
    record Place(JsonNode labels, boolean inside) {}

    Reach {
        policies = List.copyOf(policies);
    }

    static Reach of(Manifests manifests) {
        return new Reach(List.copyOf(manifests.of("NetworkPolicy")));
    }

    static Place podsOf(JsonNode workload) {
        return new Place(workload.at("/spec/template/metadata/labels"), true);
    }

    /** Both sides have to agree. */
    boolean may(Place from, Place to, int port) {
        return lets("Egress", from, to, port) && lets("Ingress", to, from, port);
    }

    /** Ports on which a pod reaches addresses that nobody has named. */
    Set<Integer> outside(Place from) {
        Set<Integer> ports = new TreeSet<>();
        for (JsonNode rule : rules("Egress", from)) {
            if (!rule.has("to")) {
                rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
            }
        }
        return ports;
    }

    private boolean lets(String direction, Place pod, Place peer, int port) {
        if (!pod.inside() || !isJudged(direction, pod)) {
            return true;
        }
        String peers = direction.equals("Egress") ? "to" : "from";
        return rules(direction, pod).stream()
                .anyMatch(
                        rule ->
                                (!rule.has(peers) || any(rule.path(peers), peer))
                                        && (!rule.has("ports") || names(rule, port)));
    }

    private boolean isJudged(String direction, Place pod) {
        return judging(direction, pod).size() > 0;
    }

    private List<JsonNode> judging(String direction, Place pod) {
        return policies.stream()
                .filter(policy -> selects(policy.at("/spec/podSelector"), pod.labels()))
                .filter(
                        policy ->
                                stream(policy.at("/spec/policyTypes"))
                                        .anyMatch(type -> type.asText().equals(direction)))
                .toList();
    }

    private List<JsonNode> rules(String direction, Place pod) {
        String field = direction.equals("Egress") ? "egress" : "ingress";
        return judging(direction, pod).stream()
                .flatMap(policy -> stream(policy.at("/spec/" + field)))
                .toList();
    }

    private static boolean any(JsonNode peers, Place peer) {
        return stream(peers)
                .anyMatch(
                        one ->
                                peer.inside()
                                        ? !one.has("namespaceSelector")
                                                && one.has("podSelector")
                                                && selects(one.path("podSelector"), peer.labels())
                                        : one.has("namespaceSelector")
                                                && selects(
                                                        one.path("namespaceSelector"),
                                                        peer.labels()));
    }

    private static boolean names(JsonNode rule, int port) {
        return stream(rule.path("ports"))
                .anyMatch(
                        one ->
                                one.path("port").asInt() == port
                                        && one.path("protocol").asText().equals("TCP"));
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        boolean byLabel =
                selector.path("matchLabels").properties().stream()
                        .allMatch(
                                wanted ->
                                        Objects.equals(
                                                wanted.getValue(), label(labels, wanted.getKey())));
        return byLabel
                && stream(selector.path("matchExpressions"))
                        .allMatch(
                                wanted ->
                                        wanted.path("operator").asText().equals("In")
                                                && stream(wanted.path("values"))
                                                        .anyMatch(
                                                                value ->
                                                                        value.equals(
                                                                                label(
                                                                                        labels,
                                                                                        wanted.path(
                                                                                                        "key")
                                                                                                .asText()))));
    }

    private static @Nullable JsonNode label(JsonNode labels, String key) {
        return labels.get(key);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
