package org.hikeshi.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code k8s/} renders, two validators accept it, and both find what is broken on purpose. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesContractTest {
    private Optional<Manifests> base = Optional.empty();
    private Optional<Manifests> kind = Optional.empty();

    @BeforeAll
    void render() throws InterruptedException {
        base = Manifests.rendered(Manifests.root().resolve("k8s/base"));
        kind = Manifests.rendered(Manifests.root().resolve("k8s/overlays/kind"));
    }

    private Manifests kind() {
        Assumptions.assumeTrue(kind.isPresent(), "kubectl 1.27 or newer is not here");
        return kind.orElseThrow();
    }

    private static ObjectNode container(ObjectNode workload) {
        return (ObjectNode) workload.at("/spec/template/spec/containers/0");
    }

    @Test
    void theJavaClientKnowsEveryFieldOfTheFiles() throws IOException {
        Manifests files = Manifests.files();
        assertThat(files.of("Ingress")).hasSize(1);
        assertThat(files.of("NetworkPolicy")).hasSizeGreaterThan(10);
        assertThat(Validators.javaClient(files)).isEmpty();
    }

    @Test
    void theJavaClientKnowsEveryField() {
        assertThat(Validators.javaClient(kind())).isEmpty();
        assertThat(Validators.javaClient(base.orElseThrow())).isEmpty();
        assertThat(
                        Validators.javaClient(
                                kind().with(
                                                "Deployment",
                                                "intake",
                                                d ->
                                                        container(d)
                                                                .put("imagePullPolice", "Always"))))
                .singleElement()
                .asString()
                .contains("Deployment intake", "imagePullPolice");
    }

    @Test
    void anotherMakersModelsAcceptEveryValue() throws IOException, InterruptedException {
        Optional<java.util.List<String>> said = Validators.npmModels(kind());
        Assumptions.assumeTrue(said.isPresent(), "npm or kubernetes-models is not here");
        assertThat(said.orElseThrow()).isEmpty();
        assertThat(Validators.npmModels(base.orElseThrow()).orElseThrow()).isEmpty();
        Manifests broken =
                kind().with(
                                "Deployment",
                                "triage",
                                d ->
                                        ((ObjectNode) container(d).at("/resources/limits"))
                                                .put("memory", "512 MB"))
                        .with(
                                "Service",
                                "intake",
                                s -> ((ObjectNode) s.at("/spec/ports/0")).put("port", "http"));
        assertThat(Validators.npmModels(broken).orElseThrow())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("Deployment triage", "memory"))
                .anySatisfy(line -> assertThat(line).contains("Service intake", "port"));
    }

    @Test
    void everyPodIsRestricted() {
        assertThat(Restriction.broken(kind())).isEmpty();
        assertThat(Restriction.broken(base.orElseThrow())).isEmpty();
        JsonNode labels = kind().one("Namespace", "hikeshi").at("/metadata/labels");
        assertThat(labels.path("pod-security.kubernetes.io/enforce").asText())
                .isEqualTo("restricted");
    }

    @Test
    void aPodThatIsNotRestrictedIsFound() {
        assertThat(
                        Restriction.broken(
                                kind().with(
                                                "StatefulSet",
                                                "kafka",
                                                k ->
                                                        ((ObjectNode)
                                                                        container(k)
                                                                                .path(
                                                                                        "securityContext"))
                                                                .put("privileged", true))))
                .containsExactly("StatefulSet kafka: privileged");
        assertThat(
                        Restriction.broken(
                                kind().with(
                                                "Job",
                                                "topics-0-1-0",
                                                j ->
                                                        ((ArrayNode)
                                                                        j.at(
                                                                                "/spec/template/spec/volumes"))
                                                                .addObject()
                                                                .put("name", "node")
                                                                .putObject("hostPath")
                                                                .put("path", "/"))))
                .containsExactly("Job topics-0-1-0: volume hostPath");
        assertThat(
                        Restriction.broken(
                                kind().with(
                                                "Deployment",
                                                "notifier",
                                                d -> container(d).remove("livenessProbe"))))
                .containsExactly("Deployment notifier: livenessProbe");
    }

    @Test
    void whatPodsTakeIsThere() {
        assertThat(References.broken(kind())).isEmpty();
        assertThat(References.broken(base.orElseThrow())).isEmpty();
        assertThat(
                        References.broken(
                                kind().with(
                                                "Deployment",
                                                "notifier",
                                                d ->
                                                        ((ArrayNode) container(d).path("env"))
                                                                .addObject()
                                                                .put("name", "HIKESHI_STAFF")
                                                                .put(
                                                                        "value",
                                                                        "/etc/hikeshi/own/stuff.properties"))))
                .containsExactly("notifier: /etc/hikeshi/own/stuff.properties");
    }

    /** Secrets are made where they are used and never stand in a file of the repository. */
    @Test
    void noSecretIsWrittenDown() throws IOException {
        assertThat(Manifests.files().of("Secret")).isEmpty();
        assertThat(kind().of("Secret")).isEmpty();
    }
}
