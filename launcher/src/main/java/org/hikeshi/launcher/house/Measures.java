package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Numbers that Linux keeps about memory; empty elsewhere. */
public final class Measures {
    private Measures() {}

    /** The number behind {@code name:} in a file such as {@code /proc/meminfo}. */
    static OptionalLong kibibytes(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Proportional set size of a process and all below it, in KiB. */
    public static OptionalLong proportionalKibibytes(ProcessHandle process) {
        var all =
                Stream.concat(Stream.of(process), process.descendants())
                        .map(
                                one ->
                                        kibibytes(
                                                Path.of("/proc/" + one.pid() + "/smaps_rollup"),
                                                "Pss"))
                        .filter(OptionalLong::isPresent)
                        .mapToLong(OptionalLong::getAsLong)
                        .toArray();
        return all.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(java.util.Arrays.stream(all).sum());
    }
}
