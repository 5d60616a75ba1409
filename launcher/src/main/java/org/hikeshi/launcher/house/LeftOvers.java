package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hikeshi.parts.WatchedProcess;

/**
 * Processes of an earlier run whose launcher was killed: they end by themselves; this waits for it,
 * and helps.
 */
final class LeftOvers {
    private LeftOvers() {}

    static void end(Premises premises) throws IOException {
        for (Path folder : List.of(premises.data(), premises.run())) {
            try (Stream<Path> pidFiles =
                    Files.find(folder, 2, (path, _) -> path.toString().endsWith(".pid"))) {
                pidFiles.filter(file -> !folder.equals(file.getParent()))
                        .toList()
                        .forEach(WatchedProcess::endLeftOver);
            }
        }
    }
}
