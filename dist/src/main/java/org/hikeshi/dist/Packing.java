package org.hikeshi.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Called by the build when everything is packaged. Arguments: the project's folder, its version,
 * the time that stands in the SBOM, the SBOM that Maven knows. Writes {@code
 * target/hikeshi-<version>.zip} and {@code .zip.sha256}.
 */
public final class Packing {
    private Packing() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        String version = args[1];
        Path maven = Path.of(args[3]);
        if (Files.notExists(maven)) {
            System.out.println("No release zip: the CycloneDX plugin wants Maven online.");
            return;
        }
        Contents contents = new Contents(file -> isOurs(file, version));
        new Programs(root, contents).add();
        for (String file :
                List.of("hikeshi", "routes.yaml", "README.md", "policy/policy.schema.json")) {
            contents.add(file, root.resolve(file));
        }
        contents.addAll("docs", root.resolve("docs"));
        contents.addAll("policy/examples", root.resolve("policy/examples"));
        Inventory inventory = Inventory.of(maven, contents, version, args[2]);
        // An offline build writes none, and an old one must not pass for its own.
        Files.delete(maven);
        contents.add("THIRD-PARTY.txt", Licences.list(inventory.components().values()));
        contents.add("sbom.cdx.json", inventory.json());
        write(root.resolve("target"), "hikeshi-" + version, contents);
    }

    private static boolean isOurs(Path file, String version) {
        String path = file.toString();
        return path.endsWith("-" + version + ".jar")
                || path.endsWith(".jar") && path.contains("/quarkus-app/quarkus/");
    }

    private static void write(Path folder, String name, Contents contents) throws IOException {
        Map<String, byte[]> below = new TreeMap<>();
        contents.files().forEach((path, bytes) -> below.put(name + "/" + path, bytes));
        Path zip = Files.createDirectories(folder).resolve(name + ".zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            FixedZip.write(out, below, name + "/hikeshi");
        }
        // As sha256sum writes and reads it.
        String line = Digests.sha256(zip) + "  " + zip.getFileName() + "\n";
        Files.writeString(folder.resolve(name + ".zip.sha256"), line);
    }
}
