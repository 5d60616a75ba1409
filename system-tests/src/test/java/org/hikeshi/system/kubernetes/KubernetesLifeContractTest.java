package org.hikeshi.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How pods come, are asked, are replaced and go. */
class KubernetesLifeContractTest {
    private static final Path KIND = Path.of("k8s/overlays/kind");

    private static Manifests rendered(Path overlay) throws InterruptedException {
        var found = Manifests.rendered(overlay);
        Assumptions.assumeTrue(found.isPresent(), "kubectl 1.27 or newer is not here");
        return found.orElseThrow();
    }

    private static Manifests kind() throws InterruptedException {
        return rendered(Manifests.root().resolve(KIND));
    }

    private static Manifests base() throws InterruptedException {
        return rendered(Manifests.root().resolve("k8s/base"));
    }

    @Test
    void aChangedPolicyRollsEveryService(@TempDir Path copy)
            throws IOException, InterruptedException {
        Path ours = Manifests.root().resolve("k8s");
        try (Stream<Path> files = Files.walk(ours)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(ours.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(copy.resolve("base/policy.yaml"), "# later\n", StandardOpenOption.APPEND);
        Manifests before = kind();
        Manifests after = rendered(copy.resolve("overlays/kind"));
        for (String service : ServiceCalls.SERVICES) {
            assertThat(after.one("Deployment", service))
                    .as(service)
                    .isNotEqualTo(before.one("Deployment", service));
        }
        assertThat(after.one("StatefulSet", "kafka")).isEqualTo(before.one("StatefulSet", "kafka"));
    }

    /** A pod has the time to answer what it began: before Kubernetes ends it by force. */
    @Test
    void whoGoesFinishesFirst() throws IOException, InterruptedException {
        for (String service : ServiceCalls.SERVICES) {
            JsonNode pod = Manifests.pod(base().one("Deployment", service));
            int patience = pod.path("terminationGracePeriodSeconds").asInt();
            int before = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
            Matcher said =
                    Pattern.compile("(?m)^quarkus\\.shutdown\\.timeout=(\\d+)S$")
                            .matcher(CallTableTest.settings(service));
            assertThat(said.find()).as(service).isTrue();
            assertThat(before).as(service).isPositive();
            assertThat(patience)
                    .as(service)
                    .isGreaterThanOrEqualTo(before + Integer.parseInt(said.group(1)) + 10);
        }
    }

    /** Neither database nor broker is asked for by what may end a pod. */
    @Test
    void onlyItsOwnStandstillEndsAPod() throws InterruptedException {
        for (String service : ServiceCalls.SERVICES) {
            JsonNode container = Manifests.containers(base().one("Deployment", service)).getFirst();
            assertThat(container.at("/livenessProbe/httpGet/path").asText())
                    .isEqualTo("/q/health/live");
            assertThat(container.at("/startupProbe/httpGet/path").asText())
                    .isEqualTo("/q/health/started");
            assertThat(container.at("/readinessProbe/httpGet/path").asText())
                    .isEqualTo(
                            service.equals("disclosure")
                                    ? "/q/health/group/serving"
                                    : "/q/health/ready");
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.at("/" + probe + "/httpGet/httpHeaders/0/value").asText())
                        .isEqualTo("probe");
            }
        }
        assertThat(
                        List.of(
                                base().configuration("hikeshi-service")
                                        .at("/data/HIKESHI_INTERNAL_HOSTS")
                                        .asText()
                                        .split(",")))
                .contains("probe")
                .containsAll(ServiceCalls.SERVICES);
    }

    @Test
    void severalAreReplacedWithoutAGapAndOneIsNeverTwo() throws InterruptedException {
        for (ObjectNode deployment : base().of("Deployment")) {
            String service = Manifests.name(deployment);
            JsonNode spec = deployment.path("spec");
            boolean alone = spec.path("replicas").asInt() == 1;
            assertThat(alone).as(service).isEqualTo(service.equals("release"));
            assertThat(spec.at("/strategy/type").asText())
                    .isEqualTo(alone ? "Recreate" : "RollingUpdate");
            assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asInt()).isZero();
            assertThat(Manifests.pod(deployment).has("topologySpreadConstraints"))
                    .isEqualTo(!alone);
            assertThat(
                            base().one("PodDisruptionBudget", service)
                                    .at("/spec/maxUnavailable")
                                    .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void versionsStandOnceAndAreThoseOfTheBuild() throws IOException, InterruptedException {
        Set<String> own = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (ObjectNode workload : kind().workloads()) {
            for (JsonNode container : Manifests.containers(workload)) {
                String image = container.path("image").asText();
                if (image.startsWith("hikeshi/")) {
                    own.add(image.substring(image.indexOf(':') + 1));
                } else {
                    others.add(image);
                }
            }
        }
        String pom = Files.readString(Manifests.root().resolve("pom.xml"));
        Matcher postgres = Pattern.compile("<postgres-binaries.version>(\\d+)\\.").matcher(pom);
        assertThat(postgres.find()).isTrue();
        assertThat(own).hasSize(1);
        assertThat(pom).contains("<version>" + own.iterator().next() + "-SNAPSHOT</version>");
        assertThat(others)
                .containsExactlyInAnyOrder(
                        "apache/kafka:" + AppInfoParser.getVersion(),
                        "postgres:" + postgres.group(1));
        String suffix = "-" + own.iterator().next().replace('.', '-');
        assertThat(kind().of("Job"))
                .hasSize(6)
                .allSatisfy(job -> assertThat(Manifests.name(job)).endsWith(suffix));
    }

    @Test
    void theIngressListensToTheNameOfTheOrigin() throws InterruptedException {
        for (Manifests one : List.of(base(), kind())) {
            String origin = one.configuration("hikeshi-places").at("/data/HIKESHI_ORIGIN").asText();
            JsonNode spec = one.one("Ingress", "hikeshi").path("spec");
            assertThat(spec.at("/rules/0/host").asText()).isEqualTo(URI.create(origin).getHost());
            assertThat(spec.has("tls")).isEqualTo(origin.startsWith("https:"));
        }
    }

    /** An example that nobody changes is still a good policy. */
    @Test
    void thePolicyIsTheNeutralExample() throws IOException {
        assertThat(Manifests.root().resolve("k8s/base/policy.yaml"))
                .hasSameTextualContentAs(Manifests.root().resolve("policy/examples/default.yaml"));
    }
}
