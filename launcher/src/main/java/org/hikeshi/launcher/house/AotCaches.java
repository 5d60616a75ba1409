package org.hikeshi.launcher.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of each service (JEP 514): recorded while a service without one
 * runs, written when it ends, used by later starts.
 *
 * <p>The file's name holds a fingerprint of the packaged service, the JVM and its flags, so a cache
 * that does not fit is never used, and removed.
 */
final class AotCaches {
    private static final String RECORDS = "-XX:AOTCacheOutput=";

    private final Path folder;
    private final boolean wanted;

    AotCaches(Path folder, boolean wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    private Path file(String service, Path program, List<String> flags) {
        return folder.resolve(service + "-" + fingerprint(program, flags) + ".aot");
    }

    /** The flag to start with: use the cache, or record it into a draft. */
    List<String> flags(String service, Path program, List<String> others) {
        if (!wanted) {
            return List.of();
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path file = file(service, program, others).toAbsolutePath();
        removeStale(service, file);
        String flag = Files.exists(file) ? "-XX:AOTCache=" + file : RECORDS + draft(file);
        return List.of(flag, "-Xlog:aot*=error");
    }

    /**
     * Called when a recording service has ended in order: only then its draft is whole. Several
     * installations may share the folder, so the draft carries the launcher's pid.
     */
    static void adopt(List<String> command) {
        for (String word : command) {
            if (word.startsWith(RECORDS)) {
                Path draft = Path.of(word.substring(RECORDS.length()));
                try {
                    if (Files.exists(draft)) {
                        String name =
                                draft.getFileName()
                                        .toString()
                                        .replaceFirst("\\.[0-9]+\\.draft$", "");
                        Files.move(
                                draft, draft.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Path draft(Path file) {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
    }

    /** Whether ending the service will write its cache first, which takes seconds. */
    static boolean records(List<String> command) {
        return command.stream().anyMatch(word -> word.startsWith(RECORDS));
    }

    private void removeStale(String service, Path current) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith(service + "-"))
                            .filter(
                                    f ->
                                            !f.equals(current)
                                                    && !f.getFileName()
                                                            .toString()
                                                            .endsWith(".draft"))
                            .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Path program, List<String> flags) {
        try (Stream<Path> files = Files.walk(program.toAbsolutePath().getParent())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((Runtime.version() + " " + flags).getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                String seen =
                        file
                                + " "
                                + Files.size(file)
                                + " "
                                + Files.getLastModifiedTime(file).toMillis();
                digest.update(seen.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
