package org.hikeshi.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checkpoints lie on volumes that outlive pods, and no volume keeps a pod from being replaced: what
 * pods on several nodes mount at a time is a claim for many (ADR 1004).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesClaimsContractTest {
    private static final String WHERE = "HIKESHI_CHECKPOINTS";
    private static final String OVERLAY =
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: hikeshi
            resources: [../../base]
            components: [../../components/checkpoints]
            """;

    @TempDir private static Path copy;

    private Manifests own = new Manifests(List.of());

    /** An installation of somebody's own, as docs/kubernetes.md says. */
    @BeforeAll
    void render() throws IOException, InterruptedException {
        Path ours = Manifests.root().resolve("k8s");
        try (Stream<Path> files = Files.walk(ours)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(ours.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path overlay = Files.createDirectory(copy.resolve("overlays/own"));
        Files.writeString(overlay.resolve("kustomization.yaml"), OVERLAY);
        own = rendered(overlay);
    }

    private static Manifests rendered(Path overlay) throws InterruptedException {
        var found = Manifests.rendered(overlay);
        Assumptions.assumeTrue(found.isPresent(), "kubectl 1.27 or newer is not here");
        return found.orElseThrow();
    }

    @Test
    void everyServiceWritesCheckpointsToAClaimOfItsOwn() throws InterruptedException {
        Manifests kind = rendered(Manifests.root().resolve("k8s/overlays/kind"));
        for (String service : ServiceCalls.SERVICES) {
            assertThat(checkpoints(own, service)).isEqualTo(service + "-checkpoints");
            assertThat(checkpoints(kind, service)).isEqualTo(service + "-checkpoints");
        }
        assertThat(Validators.javaClient(own)).isEmpty();
        assertThat(Restriction.broken(own)).isEmpty();
        assertThat(References.broken(own)).isEmpty();
    }

    /** The control: a path that leads to the pod's own disk, or a claim that nobody makes. */
    @Test
    void aFolderThatGoesWithItsPodIsFound() {
        Manifests elsewhere =
                own.with(
                        "Deployment",
                        "intake",
                        d -> variable(d).put("value", "/var/lib/hikeshi/other"));
        assertThat(checkpoints(elsewhere, "intake")).isEqualTo("none at /var/lib/hikeshi/other");
        assertThat(
                        checkpoints(
                                own.without("PersistentVolumeClaim", "intake-checkpoints"),
                                "intake"))
                .isEqualTo("no claim intake-checkpoints");
    }

    @Test
    void noClaimKeepsAPodFromBeingReplaced() throws InterruptedException {
        assertThat(hindered(own)).isEmpty();
        assertThat(hindered(rendered(Manifests.root().resolve("k8s/base")))).isEmpty();
    }

    @Test
    void aClaimForOneNodeUnderSeveralPodsIsFound() {
        Manifests narrow =
                own.with(
                        "PersistentVolumeClaim",
                        "triage-checkpoints",
                        c ->
                                ((ObjectNode) c.path("spec"))
                                        .putArray("accessModes")
                                        .add("ReadWriteOnce"));
        assertThat(hindered(narrow)).containsExactly("triage: triage-checkpoints");
        Manifests rolling =
                own.with(
                        "Deployment",
                        "release",
                        d -> ((ObjectNode) d.at("/spec/strategy")).put("type", "RollingUpdate"));
        assertThat(hindered(rolling))
                .containsExactly(
                        "release: release-artifacts",
                        "release: release-signing",
                        "release: release-checkpoints");
    }

    /** The claim that is mounted where a service writes its checkpoints, or what is wrong. */
    private static String checkpoints(Manifests manifests, String service) {
        ObjectNode workload = manifests.one("Deployment", service);
        String folder = variable(workload).path("value").asText();
        String claim = "none at " + folder;
        Map<String, String> claims = claims(workload);
        for (JsonNode mount : Manifests.containers(workload).getFirst().path("volumeMounts")) {
            if (mount.path("mountPath").asText().equals(folder)) {
                claim = claims.getOrDefault(mount.path("name").asText(), claim);
            }
        }
        String found = claim;
        boolean made =
                claim.startsWith("none")
                        || manifests.of("PersistentVolumeClaim").stream()
                                .anyMatch(one -> Manifests.name(one).equals(found));
        return made ? claim : "no claim " + claim;
    }

    private static ObjectNode variable(ObjectNode workload) {
        ArrayNode variables = (ArrayNode) Manifests.containers(workload).getFirst().path("env");
        for (JsonNode one : variables) {
            if (one.path("name").asText().equals(WHERE)) {
                return (ObjectNode) one;
            }
        }
        throw new AssertionError(Manifests.name(workload) + " has no " + WHERE);
    }

    /** Volumes of a pod and their claims, in the pod's order. */
    private static Map<String, String> claims(ObjectNode workload) {
        Map<String, String> claims = new HashMap<>();
        for (JsonNode volume : Manifests.pod(workload).path("volumes")) {
            if (volume.has("persistentVolumeClaim")) {
                claims.put(
                        volume.path("name").asText(),
                        volume.at("/persistentVolumeClaim/claimName").asText());
            }
        }
        return claims;
    }

    /** Claims for one node that pods of one Deployment may need on two at the same time. */
    private static List<String> hindered(Manifests manifests) {
        List<String> found = new ArrayList<>();
        for (ObjectNode deployment : manifests.of("Deployment")) {
            boolean overlap =
                    deployment.at("/spec/replicas").asInt(1) > 1
                            || !deployment.at("/spec/strategy/type").asText().equals("Recreate");
            for (JsonNode volume : Manifests.pod(deployment).path("volumes")) {
                String claim = volume.at("/persistentVolumeClaim/claimName").asText();
                if (overlap && !claim.isEmpty() && !isForMany(manifests, claim)) {
                    found.add(Manifests.name(deployment) + ": " + claim);
                }
            }
        }
        return found;
    }

    private static boolean isForMany(Manifests manifests, String claim) {
        for (JsonNode mode :
                manifests.one("PersistentVolumeClaim", claim).at("/spec/accessModes")) {
            if (mode.asText().equals("ReadWriteMany")) {
                return true;
            }
        }
        return false;
    }
}
