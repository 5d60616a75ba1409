package org.hikeshi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Each container gets its own keys, nobody another's; what was made once is kept. */
class HandoutTest {
    @TempDir Path dir;

    private Handout handout() throws IOException {
        return handout(true);
    }

    private Handout handout(boolean trial) throws IOException {
        return Handout.of(
                new Premises(Path.of(".."), dir.resolve("house")),
                Wishes.of(Map.of()),
                Clock.systemUTC(),
                trial);
    }

    @Test
    void keysOfATrialAreKnownByTheirNamesAndADeployedOneHasNoLocalPeople() throws IOException {
        handout(true).to(dir.resolve("trial"));
        assertThat(files(dir.resolve("trial")).keySet())
                .contains("keys/trial-intake-1.json", "shared/people.properties");
        dir = Files.createDirectory(dir.resolve("other"));
        handout(false).to(dir.resolve("deployed"));
        assertThat(files(dir.resolve("deployed")).keySet())
                .contains("keys/intake-1.json", "shared/session.key")
                .doesNotContain("shared/people.properties")
                .noneMatch(name -> name.contains("trial-"));
    }

    private static TreeMap<String, String> files(Path folder) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                all.put(
                        folder.relativize(file).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                                + " "
                                + Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    @Test
    void everybodyGetsHisOwnAndTheSameAgain() throws IOException {
        handout().to(dir.resolve("out"));
        TreeMap<String, String> first = files(dir.resolve("out"));

        assertThat(first.keySet())
                .filteredOn(name -> name.startsWith("intake/"))
                .containsExactly(
                        "intake/access-keys.secret",
                        "intake/database.password",
                        "intake/master.p12",
                        "intake/master.password",
                        "intake/openpgp.asc",
                        "intake/service-key.pem");
        assertThat(first.keySet())
                .contains(
                        "notifier/staff.properties",
                        "keys/trial-triage-1.json",
                        "shared/session.key",
                        "public/desk.asc",
                        "policy/policy.yaml",
                        "postgresql/triage",
                        "gateway/secrets/trial.secret")
                .noneMatch(name -> name.contains("primary"))
                .doesNotContain("triage/access-keys.secret", "triage/openpgp.asc");
        first.forEach(
                (name, file) ->
                        assertThat(file)
                                .as(name)
                                .startsWith(
                                        name.startsWith("postgresql/")
                                                ? "r--r--r-- "
                                                : "r-------- "));

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(dir.resolve("out/postgresql"))))
                .isEqualTo("rwx------");

        handout().to(dir.resolve("out"));
        assertThat(files(dir.resolve("out"))).isEqualTo(first);
    }

    private static Map<?, ?> part(Map<?, ?> object, String key) {
        return (Map<?, ?>) Objects.requireNonNull(object.get(key));
    }

    @Test
    void theManifestHoldsTheSameInObjectsOfKubernetes() throws IOException {
        Handout handout = handout();
        handout.to(dir.resolve("out"));
        TreeMap<String, String> kinds = new TreeMap<>();
        TreeMap<String, List<String>> names = new TreeMap<>();
        for (Object one :
                new Load(LoadSettings.builder().build()).loadAllFromString(handout.manifest())) {
            Map<?, ?> object = (Map<?, ?>) one;
            String name = String.valueOf(part(object, "metadata").get("name"));
            kinds.put(name, String.valueOf(object.get("kind")));
            Map<?, ?> data = part(object, object.containsKey("data") ? "data" : "binaryData");
            names.put(name, data.keySet().stream().map(String::valueOf).sorted().toList());
            if (name.equals("hikeshi-triage")) {
                assertThat(
                                new String(
                                        Base64.getDecoder()
                                                .decode(
                                                        String.valueOf(
                                                                data.get("database.password"))),
                                        StandardCharsets.UTF_8))
                        .isEqualTo(
                                Files.readString(dir.resolve("out/triage/database.password"))
                                        .strip());
            }
        }
        assertThat(kinds)
                .containsEntry("hikeshi-triage", "Secret")
                .containsEntry("hikeshi-shared", "Secret")
                .containsEntry("hikeshi-postgresql", "Secret")
                .containsEntry("hikeshi-keys", "ConfigMap")
                .containsEntry("hikeshi-public", "ConfigMap")
                .doesNotContainKeys("hikeshi-gateway", "hikeshi-policy");
        assertThat(names.get("hikeshi-shared")).containsExactly("people.properties", "session.key");
    }
}
