package org.hikeshi.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Test data of others; what needs it is skipped, visibly, where it is missing. */
public final class Corpora {

    private Corpora() {}

    public static List<String> naughtyStrings() throws IOException {
        List<String> strings = new ArrayList<>();
        new ObjectMapper()
                .readTree(folder("naughty-strings").resolve("blns.json").toFile())
                .forEach(node -> strings.add(node.textValue()));
        return strings;
    }

    public static List<Path> jsonTestSuite() throws IOException {
        try (Stream<Path> files = Files.list(folder("json").resolve("test_parsing"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Path folder(String name) {
        String corpora = System.getenv("HIKESHI_CORPORA");
        Path folder = Path.of(corpora == null ? "/nonexistent" : corpora, name);
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "HIKESHI_CORPORA/" + name + " is not here");
        return folder;
    }
}
