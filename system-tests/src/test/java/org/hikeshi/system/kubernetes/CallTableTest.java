package org.hikeshi.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code calls.yaml} is what the code does: what it asks on one side, answers on the other. */
class CallTableTest {
    private static final Pattern ADDRESS = Pattern.compile("\"hikeshi\\.([a-z]+)-url\"");
    private static final Pattern NAME =
            Pattern.compile("\"(" + String.join("|", ServiceCalls.SERVICES) + ")\"");

    @Test
    void everyAddressThatAServiceIsToldStandsInTheTable() throws IOException {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (String service : ServiceCalls.SERVICES) {
            Set<String> found = ServiceCalls.of(asked, service);
            sources(service)
                    .forEach(
                            source ->
                                    ADDRESS.matcher(source)
                                            .results()
                                            .forEach(address -> found.add(address.group(1))));
            // The case file brings prose to intake in services that ask it to.
            if (settings(service).contains("hikeshi.casefile.told=true")) {
                found.add("intake");
            }
        }
        assertThat(asked).isEqualTo(ServiceCalls.read().asked());
    }

    @Test
    void nobodyElseIsAnswered() throws IOException {
        Map<String, Set<String>> asked = new TreeMap<>();
        ServiceCalls.SERVICES.forEach(service -> ServiceCalls.of(asked, service));
        for (String service : ServiceCalls.SERVICES) {
            for (String source : sources(service)) {
                if (source.contains("@Path(\"/internal")) {
                    NAME.matcher(source)
                            .results()
                            .map(name -> name.group(1))
                            .filter(name -> !name.equals(service))
                            .forEach(caller -> ServiceCalls.of(asked, caller).add(service));
                }
            }
        }
        assertThat(asked).isEqualTo(ServiceCalls.read().asked());
    }

    /** Modules below the services call only what {@code casefile} is known to call. */
    @Test
    void onlyTheCaseFileCallsFromBelow() throws IOException {
        Set<String> calling = new TreeSet<>();
        for (String module : List.of("casefile", "web", "messaging", "mail", "trust")) {
            for (String source : sourcesBelow(Manifests.root().resolve(module))) {
                ADDRESS.matcher(source)
                        .results()
                        .forEach(address -> calling.add(module + " → " + address.group(1)));
            }
        }
        assertThat(calling).containsExactly("casefile → intake");
    }

    private static List<String> sources(String service) throws IOException {
        return sourcesBelow(Manifests.root().resolve(service + "-service"));
    }

    private static List<String> sourcesBelow(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> sources = new java.util.ArrayList<>();
            for (Path file : java) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }

    static String settings(String service) throws IOException {
        return Files.readString(
                Manifests.root()
                        .resolve(service + "-service/src/main/resources/application.properties"));
    }
}
