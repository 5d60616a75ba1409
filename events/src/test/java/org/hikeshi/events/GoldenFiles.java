package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What was once said, kept for ever: one folder per type, one file per value. */
record GoldenFiles(Path folder) {

    static GoldenFiles committed() {
        return new GoldenFiles(Path.of("src/test/resources/golden"));
    }

    record Golden(String name, String ceType, byte[] value) {
        @Override
        public String toString() {
            return name;
        }
    }

    List<Golden> all() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Golden> all =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .map(this::golden)
                            .toList();
            assertThat(all).isNotEmpty();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> listed() {
        try {
            return Files.readAllLines(folder.resolve("SHA256SUMS"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Golden golden(Path file) {
        try {
            String name = folder.relativize(file).toString().replace('\\', '/');
            String type = name.substring(0, name.indexOf('/'));
            return new Golden(name, "org.hikeshi." + type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
