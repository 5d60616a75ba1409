package org.hikeshi.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.launcher.origin.Routes;
import org.hikeshi.system.kubernetes.Reach.Place;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code k8s/} says what {@code routes.yaml} and {@code calls.yaml} say, and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesHouseContractTest {
    private static final String COMPONENT = "app.kubernetes.io/component";

    private Optional<Manifests> base = Optional.empty();
    private Optional<Manifests> kind = Optional.empty();

    @BeforeAll
    void render() throws InterruptedException {
        base = Manifests.rendered(Manifests.root().resolve("k8s/base"));
        kind = Manifests.rendered(Manifests.root().resolve("k8s/overlays/kind"));
    }

    private Manifests base() {
        Assumptions.assumeTrue(base.isPresent(), "kubectl 1.27 or newer is not here");
        return base.orElseThrow();
    }

    private Manifests kind() {
        Assumptions.assumeTrue(kind.isPresent(), "kubectl 1.27 or newer is not here");
        return kind.orElseThrow();
    }

    @Test
    void theIngressIsTheRoutesFile() throws IOException {
        // The file itself: looked at where nothing can render, too.
        assertThat(PublicPaths.ofIngress(Manifests.files())).isEqualTo(PublicPaths.ofRoutes());
        assertThat(PublicPaths.ofIngress(kind())).isEqualTo(PublicPaths.ofRoutes());
        Manifests without =
                kind().with(
                                "Ingress",
                                "hikeshi",
                                i -> ((ArrayNode) i.at("/spec/rules/0/http/paths")).remove(3));
        assertThat(PublicPaths.ofIngress(without)).isNotEqualTo(PublicPaths.ofRoutes());
    }

    @Test
    void aPathIsAnsweredByWhomTheOriginOfOneMachineAsks() throws IOException {
        Routes routes = Routes.read(Manifests.root().resolve("routes.yaml"));
        List<String> asked = new ArrayList<>(List.of("/internal/cases", "/q/health", "/nothing"));
        for (String path : PublicPaths.ofRoutes().keySet()) {
            String prefix = path.replaceFirst(" .*", "");
            asked.addAll(List.of(prefix, prefix + "x"));
            if (!prefix.equals("/")) {
                asked.addAll(List.of(prefix + "/", prefix + "/x/y"));
            }
        }
        for (String path : asked) {
            assertThat(PublicPaths.asked(kind(), path))
                    .as(path)
                    .isEqualTo(routes.of(path).map(Routes.Route::service));
        }
        assertThat(PublicPaths.asked(kind(), "/q/health")).isEmpty();
        assertThat(PublicPaths.asked(kind(), "/internal/cases/1/credits")).isEmpty();
    }

    @Test
    void podsReachWhatTheTableSays() throws IOException {
        ServiceCalls calls = ServiceCalls.read();
        assertThat(reached(kind())).isEqualTo(wanted(calls));
    }

    @Test
    void aPolicyTooManyOrTooFewIsFound() throws IOException {
        Set<String> wanted = wanted(ServiceCalls.read());
        assertThat(reached(kind().without("NetworkPolicy", "triage-asks")))
                .isNotEqualTo(wanted)
                .doesNotContain("triage → intake");
        Manifests wide =
                kind().with(
                                "NetworkPolicy",
                                "mailbox-answers",
                                p -> ((ObjectNode) p.at("/spec/ingress/0")).remove("from"))
                        .with(
                                "NetworkPolicy",
                                "to-mail",
                                p -> ((ObjectNode) p.path("spec")).putObject("podSelector"));
        assertThat(reached(wide)).contains("intake → mailbox");
    }

    /** Whatever pod comes later is shut in, too. */
    @Test
    void nothingIsReachedUnlessItIsAllowed() {
        JsonNode deny = base().one("NetworkPolicy", "default-deny").path("spec");
        assertThat(deny.path("podSelector").isEmpty()).isTrue();
        assertThat(deny.path("policyTypes").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    }

    @Test
    void onlyServicesStandBehindTheDoor() {
        Place door = new Place(TextNode.valueOf(""), false);
        Place labelled =
                new Place(
                        new com.fasterxml.jackson.databind.ObjectMapper()
                                .createObjectNode()
                                .put("hikeshi.org/door", "ingress"),
                        false);
        Reach reach = Reach.of(kind());
        for (ObjectNode workload : kind().workloads()) {
            Place pod = Reach.podsOf(workload);
            assertThat(reach.may(door, pod, 8080)).isFalse();
            assertThat(reach.may(labelled, pod, 8080))
                    .as(Manifests.name(workload))
                    .isEqualTo(isService(workload));
            assertThat(reach.may(labelled, pod, 5432)).isFalse();
        }
    }

    @Test
    void whatStandsOutsideIsReachedOnItsPortOnly() throws IOException {
        ServiceCalls calls = ServiceCalls.read();
        Reach reach = Reach.of(base());
        for (ObjectNode workload : base().workloads()) {
            String who = Manifests.name(workload);
            Set<Integer> ports = new TreeSet<>();
            if (ServiceCalls.of(calls.users(), "postgresql").contains(who)
                    || who.startsWith("migrate-")) {
                ports.add(5432);
            }
            if (ServiceCalls.of(calls.users(), "kafka").contains(who) || who.startsWith("topics")) {
                ports.add(9092);
            }
            if (ServiceCalls.of(calls.users(), "mail").contains(who)) {
                ports.add(587);
            }
            assertThat(reach.outside(Reach.podsOf(workload))).as(who).isEqualTo(ports);
            assertThat(Reach.of(kind()).outside(Reach.podsOf(workload))).as(who).isEmpty();
        }
    }

    @Test
    void aServiceIsToldTheAddressesOfThoseItMayAsk() throws IOException {
        for (Map.Entry<String, Set<String>> caller : ServiceCalls.read().asked().entrySet()) {
            Set<String> told = new TreeSet<>();
            JsonNode workload = base().one("Deployment", caller.getKey());
            for (JsonNode variable : Manifests.containers(workload).getFirst().path("env")) {
                String name = variable.path("name").asText();
                if (name.endsWith("_URL") && name.startsWith("HIKESHI_")) {
                    String asked = variable.path("value").asText().replaceAll("http://|:8080", "");
                    assertThat(name)
                            .isEqualTo(
                                    "HIKESHI_" + asked.toUpperCase(java.util.Locale.ROOT) + "_URL");
                    told.add(asked);
                }
            }
            assertThat(told).as(caller.getKey()).isEqualTo(caller.getValue());
        }
    }

    private static boolean isService(JsonNode workload) {
        return workload.at("/spec/template/metadata/labels")
                .path(COMPONENT)
                .asText()
                .equals("service");
    }

    /** Every connection between two pods that the table means. */
    private static Set<String> wanted(ServiceCalls calls) {
        Set<String> wanted = new TreeSet<>();
        calls.asked()
                .forEach((caller, asked) -> asked.forEach(one -> wanted.add(caller + " → " + one)));
        calls.users()
                .forEach(
                        (part, users) ->
                                users.forEach(
                                        user ->
                                                wanted.add(
                                                        user
                                                                + " → "
                                                                + (part.equals("mail")
                                                                        ? "mailbox"
                                                                        : part))));
        ServiceCalls.SERVICES.forEach(
                service -> wanted.add("migrate-" + service + " → postgresql"));
        wanted.add("topics → kafka");
        return wanted;
    }

    /** Every connection to a declared port that the policies let through. */
    private static Set<String> reached(Manifests manifests) {
        Reach reach = Reach.of(manifests);
        Set<String> reached = new TreeSet<>();
        for (ObjectNode from : manifests.workloads()) {
            for (ObjectNode to : manifests.workloads()) {
                for (JsonNode container : Manifests.containers(to)) {
                    for (JsonNode port : container.path("ports")) {
                        boolean open =
                                reach.may(
                                        Reach.podsOf(from),
                                        Reach.podsOf(to),
                                        port.path("containerPort").asInt());
                        if (open) {
                            reached.add(plain(from) + " → " + plain(to));
                        }
                    }
                }
            }
        }
        return reached;
    }

    private static String plain(JsonNode workload) {
        return Manifests.name(workload).replaceFirst("-\\d+-\\d+-\\d+$", "");
    }
}
