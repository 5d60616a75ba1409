package org.hikeshi.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A package of npm in a folder of its own, for tests that ask other people's validators. Where npm
 * or its registry is not to be had, there is none, and the test says that it was skipped.
 */
public final class NodePackage {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;

    private NodePackage(Path folder) {
        this.folder = folder;
    }

    /**
     * How a program ended.
     *
     * @param status its exit status
     * @param output what it wrote, standard error included
     */
    public record Ended(int status, String output) {}

    /**
     * The package, installed once.
     *
     * @param folders where each package has its folder
     * @param name as npm knows it
     * @param version an exact one
     */
    public static Optional<NodePackage> installed(Path folders, String name, String version)
            throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(
                        folders.resolve(name.replaceAll("[^a-z0-9-]", "_") + "-" + version));
        NodePackage there = new NodePackage(folder);
        if (Files.exists(folder.resolve("node_modules").resolve(name).resolve("package.json"))) {
            return Optional.of(there);
        }
        try {
            Ended install =
                    there.call(
                            "npm",
                            "install",
                            "--prefix",
                            ".",
                            "--no-audit",
                            "--no-fund",
                            name + "@" + version);
            return install.status() == 0 ? Optional.of(there) : Optional.empty();
        } catch (IOException noNpm) {
            return Optional.empty();
        }
    }

    /**
     * Runs a module that may import the package.
     *
     * @param script its text
     */
    public Ended run(String script, Path... arguments) throws IOException, InterruptedException {
        Path file = folder.resolve("script.mjs");
        Files.writeString(file, script);
        List<String> command = new ArrayList<>(List.of("node", "script.mjs"));
        for (Path argument : arguments) {
            command.add(argument.toAbsolutePath().toString());
        }
        return call(command.toArray(String[]::new));
    }

    private Ended call(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return new Ended(-1, "not ended within " + PATIENCE);
        }
        return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
