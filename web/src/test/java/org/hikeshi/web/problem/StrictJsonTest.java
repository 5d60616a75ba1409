package org.hikeshi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    private static boolean isJson(String text) {
        return StrictJson.isJson(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneWholeJsonTextAndNothingElse() {
        assertThat(List.of("{}", "[]", "\"a\"", "0", "null", " {\"a\":[1,{\"b\":null}]} "))
                .allMatch(StrictJsonTest::isJson);
        assertThat(List.of("", " ", "{", "[1", "[1,]", "\"a", "{}{}", "{} x", "\"\t\"", "tru"))
                .noneMatch(StrictJsonTest::isJson);
    }

    /** nst/JSONTestSuite: n_ must be refused, y_ accepted. */
    @Test
    void agreesWithTheTestSuiteOfOthers() throws IOException {
        String corpora = System.getenv("HIKESHI_CORPORA");
        Path suite = Path.of(corpora == null ? "/nonexistent" : corpora, "json");
        Assumptions.assumeTrue(Files.isDirectory(suite), "HIKESHI_CORPORA/json is not here");
        List<Path> files;
        try (Stream<Path> all = Files.walk(suite)) {
            files = all.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertThat(files).hasSizeGreaterThan(200);
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean taken = StrictJson.isJson(Files.readAllBytes(file));
            if (name.startsWith("n_")) {
                assertThat(taken).as(name).isFalse();
            } else if (name.startsWith("y_")) {
                assertThat(taken).as(name).isTrue();
            }
        }
    }
}
