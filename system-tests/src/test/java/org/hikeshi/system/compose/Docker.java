package org.hikeshi.system.compose;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The docker command, called in the project's folder with some variables more. */
public record Docker(Map<String, String> environment) {
    private static final int LIMIT_MINUTES = 10;

    public Docker {
        environment = Map.copyOf(environment);
    }

    /** The project's folder, whether a test is started there or in its module. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("routes.yaml"))) {
            here = Objects.requireNonNull(here.getParent(), "started outside the project");
        }
        return here;
    }

    /**
     * What it said on its standard output.
     *
     * @throws AssertionError if it failed, with all that it said
     */
    public String said(List<String> words) {
        return withFile(
                out -> {
                    into(out, Set.of(0), words);
                    return Files.readString(out);
                });
    }

    /** Its status, with what it said added to a file. */
    public int status(Path console, List<String> words) {
        File file = console.toFile();
        return ended(
                begin(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(file)));
    }

    /** Puts its standard output into a file. */
    void into(Path file, Set<Integer> fine, List<String> words) {
        String error =
                withFile(
                        err -> {
                            int status =
                                    ended(
                                            begin(words)
                                                    .redirectOutput(file.toFile())
                                                    .redirectError(err.toFile()));
                            return fine.contains(status)
                                    ? ""
                                    : status + " " + Files.readString(err);
                        });
        if (!error.isEmpty()) {
            throw new AssertionError("docker " + String.join(" ", words) + ": " + error);
        }
    }

    private ProcessBuilder begin(List<String> words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root().toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static int ended(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end: " + builder.command());
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new AssertionError("no docker command here: " + builder.command(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        String with(Path file) throws IOException;
    }

    private static String withFile(Work work) {
        try {
            Path file = Files.createTempFile("docker", ".said");
            try {
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
