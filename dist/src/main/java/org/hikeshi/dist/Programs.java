package org.hikeshi.dist;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The launcher and the five services as programs on shared libraries.
 *
 * <p>{@code programs/<name>.jar} names its class path in its manifest. Quarkus finds its own files
 * by the place of its boot jars, therefore {@code programs/<service>/lib/boot} stays with the
 * service.
 */
final class Programs {
    static final String FOLDER = "programs/";
    static final String LIB = FOLDER + "lib/";
    static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private final Path root;
    private final Contents contents;
    // Services call a library by group and name, the launcher by name: the digest knows it again.
    private final Map<String, String> pool = new HashMap<>();

    Programs(Path root, Contents contents) {
        this.root = root;
        this.contents = contents;
    }

    void add() throws IOException {
        for (String service : SERVICES) {
            addService(service, root.resolve(service + "-service/target/quarkus-app"));
        }
        addLauncher(root.resolve("launcher/target"));
    }

    private void addService(String service, Path built) throws IOException {
        for (String own : List.of("app", "quarkus", "lib/boot")) {
            contents.addAll(FOLDER + service + "/" + own, built.resolve(own));
        }
        for (Path library : Contents.filesIn(built.resolve("lib/main")).toList()) {
            pooled(library);
        }
        try (JarFile run = new JarFile(built.resolve("quarkus-run.jar").toFile())) {
            Manifest manifest = run.getManifest();
            String classPath = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            manifest.getMainAttributes()
                    .put(
                            Attributes.Name.CLASS_PATH,
                            Stream.of(classPath.split(" "))
                                    .map(
                                            word ->
                                                    word.startsWith("lib/main/")
                                                            ? word.replace("lib/main/", "lib/")
                                                            : service + "/" + word)
                                    .collect(joining(" ")));
            contents.add(FOLDER + service + ".jar", jarOf(manifest));
        }
    }

    private void addLauncher(Path built) throws IOException {
        List<Path> libraries = Contents.filesIn(built.resolve("lib")).toList();
        try (Stream<Path> own = Files.list(built)) {
            Stream<Path> launcher =
                    own.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
            Manifest manifest = new Manifest();
            Attributes main = manifest.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.put(Attributes.Name.MAIN_CLASS, "org.hikeshi.launcher.Main");
            main.put(
                    Attributes.Name.CLASS_PATH,
                    Stream.concat(launcher, libraries.stream())
                            .map(this::pooled)
                            .map(path -> path.substring(FOLDER.length()))
                            .collect(joining(" ")));
            contents.add(FOLDER + "launcher.jar", jarOf(manifest));
        }
    }

    /** Where the library lies in the release. */
    private String pooled(Path library) {
        return pool.computeIfAbsent(
                Digests.sha256(library),
                _ -> {
                    String path = LIB + library.getFileName();
                    contents.add(path, library);
                    return path;
                });
    }

    private static byte[] jarOf(Manifest manifest) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        manifest.write(text);
        return FixedZip.of(Map.of(JarFile.MANIFEST_NAME, text.toByteArray()));
    }
}
