package org.hikeshi.launcher.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of each service (JEP 483, 514): what to cache is recorded while a
 * service without one runs, and written when it ends; the cache itself is made in the background of
 * the next run, when everything is ready, and used by the starts after that.
 *
 * <p>File names hold a fingerprint of the packaged service, the JVM and its flags, so a cache that
 * does not fit is never used, and removed.
 */
final class AotCaches {
    private static final String RECORDS = "-XX:AOTConfiguration=";
    private static final Pattern DRAFT = Pattern.compile("(.*)\\.([0-9]+)\\.draft");

    private final Path folder;
    private final boolean wanted;

    AotCaches(Path folder, boolean wanted) {
        this.folder = folder.toAbsolutePath();
        this.wanted = wanted;
    }

    /**
     * The flags to start with: use the cache, or record what it needs, or wait for it to be made.
     */
    List<String> flags(String service, Path program, List<String> others) {
        if (!wanted) {
            return List.of();
        }
        String base = service + "-" + fingerprint(program, others);
        try {
            Files.createDirectories(folder);
            removeStale(service, base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.exists(cache(base))) {
            return List.of("-XX:AOTCache=" + cache(base), "-Xlog:aot*=error");
        }
        return Files.exists(recorded(base))
                ? List.of()
                : List.of(
                        "-XX:AOTMode=record", RECORDS + draft(recorded(base)), "-Xlog:aot*=error");
    }

    /**
     * What makes the missing cache, and what to do when that has ended well; empty if there is
     * nothing to make.
     */
    Optional<Making> missing(String service, Path program, List<String> others) {
        String base = service + "-" + fingerprint(program, others);
        if (!wanted || !Files.exists(recorded(base)) || Files.exists(cache(base))) {
            return Optional.empty();
        }
        Path draft = draft(cache(base));
        List<String> words = new ArrayList<>(others);
        words.addAll(
                List.of(
                        "-XX:AOTMode=create",
                        RECORDS + recorded(base),
                        "-XX:AOTCache=" + draft,
                        "-Xlog:aot*=error",
                        "-jar",
                        program.toString()));
        return Optional.of(new Making(words, draft, recorded(base)));
    }

    /**
     * Flags of a program that keeps its loaded classes in an archive by itself (JEP 350): written
     * at its first end, used from then on, written anew when it no longer fits.
     */
    List<String> archive(String program) {
        return wanted
                ? List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + folder.resolve(program + ".jsa"),
                        "-Xlog:aot*=off,cds*=off")
                : List.of();
    }

    /** Words for the JVM, the file it writes, and what is of no use after that. */
    record Making(List<String> words, Path draft, Path spent) {
        void done() {
            rename(draft);
            try {
                Files.deleteIfExists(spent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Called when a recording service has ended in order: only then its draft is whole. */
    static void adopt(List<String> command) {
        command.stream()
                .filter(word -> word.startsWith(RECORDS))
                .map(word -> Path.of(word.substring(RECORDS.length())))
                .forEach(AotCaches::rename);
    }

    /** Several installations may share the folder, so a draft carries the launcher's pid. */
    private static Path draft(Path file) {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
    }

    private static void rename(Path draft) {
        Matcher name = DRAFT.matcher(draft.getFileName().toString());
        try {
            if (name.matches() && Files.exists(draft)) {
                Files.move(
                        draft, draft.resolveSibling(name.group(1)), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path cache(String base) {
        return folder.resolve(base + ".aot");
    }

    private Path recorded(String base) {
        return folder.resolve(base + ".aotconf");
    }

    private void removeStale(String service, String base) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> stale(f, service, base)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean stale(Path file, String service, String base) {
        String name = file.getFileName().toString();
        Matcher draft = DRAFT.matcher(name);
        if (!name.startsWith(service + "-")) {
            return false;
        }
        return draft.matches()
                ? ProcessHandle.of(Long.parseLong(draft.group(2))).isEmpty()
                : !name.startsWith(base + ".");
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
