package org.hikeshi.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What {@code docker-compose.yml} promises: everything restricted, one door, secrets where they
 * belong. That it starts is seen with an engine only.
 */
class ComposeContractTest {
    private static final Path FILE = Path.of("..", "docker-compose.yml");
    private static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    /** What PostgreSQL logs of a failed statement would otherwise hold the row. */
    private static final List<String> QUIET =
            List.of(
                    "log_statement=none",
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic");

    private static final Set<String> ONCE = Set.of("prepare", "topics");

    @Test
    void nothingIsMissingNorTooWide() throws IOException {
        assertThat(faults(ComposeFile.read(FILE))).isEmpty();
    }

    @Test
    void whatIsMissingOrTooWideIsSeen() throws IOException {
        String text = Files.readString(FILE);
        Map<String, String> changes =
                Map.ofEntries(
                        Map.entry("read_only: true", "read_only: false"),
                        Map.entry("cap_drop: [ALL]", "cap_drop: []"),
                        Map.entry("\"127.0.0.1:${HIKESHI_PORT_HTTP:-8080}:8080\"", "\"8080:8080\""),
                        Map.entry("data: {internal: true}", "data: {}"),
                        Map.entry(
                                "own-triage:/etc/hikeshi/own:ro", "own-intake:/etc/hikeshi/own:ro"),
                        Map.entry("keys:/etc/hikeshi/keys:ro", "keys:/etc/hikeshi/keys"),
                        Map.entry("limits: {memory: 1G, cpus: \"2\"}", "limits: {cpus: \"2\"}"),
                        Map.entry(
                                "HIKESHI_INTERNAL_HOSTS: release,localhost",
                                "HIKESHI_INTERNAL_HOSTS: localhost"),
                        Map.entry("log_statement=none", "log_statement=all"),
                        Map.entry("pull_policy: never", "pull_policy: missing"),
                        Map.entry("image: apache/kafka:", "image: apache/kafka:1"));
        changes.forEach(
                (before, after) -> {
                    assertThat(text).contains(before);
                    assertThat(faults(ComposeFile.parsed(text.replace(before, after))))
                            .as(after)
                            .isNotEmpty();
                });
    }

    @Test
    void theDatabaseOfTheClusterIsAsQuiet() throws IOException {
        assertThat(Files.readString(Path.of("../k8s/overlays/kind/postgresql.yaml")))
                .contains(QUIET);
    }

    private static List<String> faults(ComposeFile file) {
        List<String> faults = new ArrayList<>();
        for (String service : file.services()) {
            restricted(file, service).forEach(fault -> faults.add(service + ": " + fault));
        }
        for (String service : SERVICES) {
            ofService(file, service).forEach(fault -> faults.add(service + ": " + fault));
        }
        Set<String> used = new TreeSet<>();
        file.services().forEach(service -> used.addAll(file.volumes(service)));
        unless(used.equals(new TreeSet<>(file.names("volumes"))), "volumes " + used, faults);
        for (String network : file.names("networks")) {
            boolean door = network.equals("outside");
            unless(door || file.isInternal(network), network + " leads to the world", faults);
        }
        Set<String> onOriginals = new TreeSet<>(file.services());
        onOriginals.removeIf(service -> !file.volumes(service).contains("house"));
        unless(onOriginals.equals(Set.of("prepare")), "originals for " + onOriginals, faults);
        unless(
                QUIET.stream().allMatch(file.list("postgresql", "command").toString()::contains),
                "the database may log rows",
                faults);
        unless(
                file.of("kafka", "image").equals("apache/kafka:" + kafka()),
                "broker and clients differ",
                faults);
        return faults;
    }

    private static List<String> restricted(ComposeFile file, String service) {
        List<String> faults = new ArrayList<>();
        unless(file.of(service, "read_only").equals(true), "its root can be written", faults);
        unless(file.list(service, "cap_drop").equals(List.of("ALL")), "has capabilities", faults);
        unless(
                file.list(service, "security_opt").contains("no-new-privileges:true"),
                "may gain privileges",
                faults);
        unless(
                !file.of(service, "image").toString().startsWith("hikeshi/")
                        || file.of(service, "pull_policy").equals("never"),
                "an image of ours may be a stranger's",
                faults);
        boolean mails = Set.of("mailbox", "notifier").contains(service);
        unless(
                mails == file.list(service, "networks").contains("mail"),
                "who may send mail",
                faults);
        unless(file.of(service, "deploy").toString().contains("memory="), "no limit", faults);
        boolean watched = !file.map(service, "healthcheck").isEmpty();
        unless(watched != ONCE.contains(service), "health", faults);
        List<String> ports = file.list(service, "ports");
        boolean door = service.equals("gateway");
        unless(
                door
                        ? ports.stream().allMatch(port -> port.startsWith("127.0.0.1:"))
                        : ports.isEmpty() && !file.list(service, "networks").contains("outside"),
                "a door " + ports,
                faults);
        return faults;
    }

    private static List<String> ofService(ComposeFile file, String service) {
        List<String> faults = new ArrayList<>();
        unless(
                file.volumes(service)
                        .equals(
                                Set.of(
                                        service,
                                        "own-" + service,
                                        "keys",
                                        "shared",
                                        "public",
                                        "policy")),
                "volumes " + file.volumes(service),
                faults);
        file.list(service, "volumes").stream()
                .filter(line -> !line.startsWith(service + ":"))
                .filter(line -> !line.endsWith(":ro"))
                .forEach(line -> faults.add(line + " can be written"));
        Map<String, Object> environment = file.map(service, "environment");
        unless(
                environment
                        .getOrDefault("HIKESHI_INTERNAL_HOSTS", "")
                        .toString()
                        .startsWith(service + ","),
                "does not answer under its name",
                faults);
        for (String other : SERVICES) {
            Object url =
                    environment.get("HIKESHI_" + other.toUpperCase(java.util.Locale.ROOT) + "_URL");
            unless(("http://" + other + ":8080").equals(url), "where is " + other, faults);
        }
        unless(
                file.map(service, "depends_on")
                        .keySet()
                        .containsAll(Set.of("postgresql", "topics", "prepare")),
                "starts too early",
                faults);
        return faults;
    }

    private static void unless(boolean held, String fault, List<String> faults) {
        if (!held) {
            faults.add(fault);
        }
    }

    /** The version of the clients that this test has on its class path. */
    private static String kafka() {
        return org.apache.kafka.common.utils.AppInfoParser.getVersion();
    }

    @Test
    void thePlainDockerfileHasWhatJibPutsIn() throws IOException {
        String docker = Files.readString(Path.of("..", "containers", "Dockerfile"));
        String jib =
                Files.readString(
                        Path.of("..", "images/src/main/java/org/hikeshi/images/Images.java"));
        Pattern place = Pattern.compile("\"((containers/|launcher/target/lib|routes)[^\"]*)\"");
        place.matcher(jib)
                .results()
                .map(found -> found.group(1))
                .forEach(file -> assertThat(docker).contains(file));
        assertThat(docker).contains("USER 10001:10001", "/var/lib/hikeshi/data/mailbox");
        assertThat(jib).contains("10001:10001", "/var/lib/hikeshi/data/mailbox");
    }
}
