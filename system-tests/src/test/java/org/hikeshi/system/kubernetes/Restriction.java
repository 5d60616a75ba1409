package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What the restricted Pod Security Standard asks of a pod, and what the house asks beyond it: a
 * root file system nobody writes to, no token of the API, a bound for memory, a named version.
 */
final class Restriction {
    private static final Set<String> VOLUMES =
            Set.of("configMap", "secret", "emptyDir", "persistentVolumeClaim", "projected");

    private final List<String> found = new ArrayList<>();

    private Restriction() {}

    static List<String> broken(Manifests manifests) {
        Restriction restriction = new Restriction();
        manifests.workloads().forEach(restriction::judge);
        return restriction.found;
    }

    private void judge(JsonNode workload) {
        String who = Manifests.kind(workload) + " " + Manifests.name(workload);
        JsonNode pod = Manifests.pod(workload);
        JsonNode security = pod.path("securityContext");
        ask(security.path("runAsNonRoot").asBoolean(), who, "runAsNonRoot");
        ask(security.path("runAsUser").asInt() > 0, who, "runAsUser");
        ask(
                security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                who,
                "seccompProfile");
        ask(
                !pod.path("automountServiceAccountToken").asBoolean(true),
                who,
                "automountServiceAccountToken");
        ask(!pod.path("enableServiceLinks").asBoolean(true), who, "enableServiceLinks");
        ask(!pod.path("serviceAccountName").asText().isEmpty(), who, "serviceAccountName");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            ask(!pod.path(host).asBoolean(), who, host);
        }
        for (JsonNode volume : pod.path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(
                            field ->
                                    ask(
                                            field.equals("name") || VOLUMES.contains(field),
                                            who,
                                            "volume " + field));
            ask(
                    !volume.has("emptyDir") || volume.at("/emptyDir").has("sizeLimit"),
                    who,
                    "sizeLimit of " + volume.path("name").asText());
        }
        for (JsonNode container : Manifests.containers(workload)) {
            judge(who, container);
            if (!Manifests.kind(workload).equals("Job")) {
                for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                    ask(container.has(probe), who, probe);
                }
            }
        }
    }

    private void judge(String who, JsonNode container) {
        JsonNode security = container.path("securityContext");
        ask(!security.path("allowPrivilegeEscalation").asBoolean(true), who, "escalation");
        ask(!security.path("privileged").asBoolean(), who, "privileged");
        ask(security.path("readOnlyRootFilesystem").asBoolean(), who, "readOnlyRootFilesystem");
        ask(security.path("runAsNonRoot").asBoolean(true), who, "runAsNonRoot of its container");
        ask(security.path("runAsUser").asInt(1) > 0, who, "runAsUser of its container");
        ask(
                StreamSupport.stream(security.at("/capabilities/drop").spliterator(), false)
                        .anyMatch(capability -> capability.asText().equals("ALL")),
                who,
                "capabilities.drop");
        ask(!security.at("/capabilities").has("add"), who, "capabilities.add");
        ask(container.at("/resources/limits").has("memory"), who, "limits.memory");
        ask(container.at("/resources/requests").has("memory"), who, "requests.memory");
        ask(container.at("/resources/requests").has("cpu"), who, "requests.cpu");
        ask(container.path("image").asText().matches("[^:]+:[0-9][0-9.]*"), who, "image");
        for (JsonNode port : container.path("ports")) {
            ask(!port.has("hostPort"), who, "hostPort");
        }
    }

    private void ask(boolean kept, String who, String what) {
        if (!kept) {
            found.add(who + ": " + what);
        }
    }
}
