package org.hikeshi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * One folder of start caches for all installations of a test run, whichever JVM starts them: a
 * start with caches takes less than half of the processor's time.
 *
 * <p>Recording what to cache makes a start slower, so the first one alone does it; until that one
 * has ended in order, the others start without.
 */
final class StartCaches {
    private static final Path FOLDER = Path.of("target", "aot").toAbsolutePath();

    private StartCaches() {}

    /** The value of {@code HIKESHI_AOT}. */
    static String forThisStart() {
        try {
            Files.createDirectories(FOLDER);
            return recorded() || firstToAsk() ? FOLDER.toString() : "off";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean recorded() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(Path::toString)
                    .anyMatch(name -> name.endsWith(".aot") || name.endsWith(".aotconf"));
        }
    }

    private static boolean firstToAsk() throws IOException {
        try {
            Files.createFile(FOLDER.resolve("recorder"));
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        }
    }
}
