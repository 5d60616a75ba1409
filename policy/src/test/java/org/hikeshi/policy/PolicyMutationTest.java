package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However an example is damaged: either it loads, or PolicyProblems says something that can be
 * found.
 */
class PolicyMutationTest {
    private static final String SIGNS = ":-[]{}&*!|>%@`'\"\n\t ";

    private static final List<UnaryOperator<String>> ALTERATIONS =
            List.of(
                    line -> "",
                    line -> line + line,
                    line -> line + "x",
                    line -> " " + line,
                    line -> line.stripLeading(),
                    line -> line.replace(":", ""),
                    line -> line.replaceAll("[0-9]+", "0"),
                    line -> line.replaceAll(": .*", ": []"),
                    line -> line.replaceAll(": .*", ": {}"),
                    line -> line.replaceAll(": .*", ": null"),
                    line -> line.replaceAll(": .*", ": \"\\\\0\""),
                    line -> line.replaceAll(": .*", ":"),
                    line -> line.replaceAll("[a-z]+:", "x:"),
                    line -> line.replace("- ", ""),
                    line -> line.replace("'", "\"") + " \"");

    @ParameterizedTest
    @ValueSource(strings = {"default", "cvss-sla"})
    void every_line_removed_or_altered(String name) {
        String[] lines = PolicyFile.bundledText(name).orElseThrow().split("\n");
        int refused = 0;
        for (int i = 0; i < lines.length; i++) {
            // Each line goes, and meets three of the alterations; neighbours meet the others.
            for (int n : new int[] {0, 3 * i, 3 * i + 1, 3 * i + 2}) {
                String[] changed = lines.clone();
                changed[i] = ALTERATIONS.get(n % ALTERATIONS.size()).apply(lines[i]);
                refused += judge(String.join("\n", changed).getBytes(StandardCharsets.UTF_8));
            }
        }
        // Otherwise the alterations would prove nothing.
        assertThat(refused).isGreaterThan(lines.length);
    }

    @Test
    void bytes_changed_at_random() {
        byte[] good =
                PolicyFile.bundledText("default").orElseThrow().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261204);
        for (int i = 0; i < 300; i++) {
            byte[] changed = good.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                changed[random.nextInt(changed.length)] =
                        (byte)
                                (random.nextBoolean()
                                        ? random.nextInt(256)
                                        : SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            judge(changed);
        }
    }

    @Test
    void cut_at_every_hundredth_byte() {
        byte[] good =
                PolicyFile.bundledText("default").orElseThrow().getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < good.length; end += 100) {
            judge(Arrays.copyOf(good, end));
        }
    }

    private static int judge(byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        assertThatCode(
                        () -> {
                            try {
                                PolicyFile.load("my.yaml", bytes);
                            } catch (PolicyProblems e) {
                                problems.addAll(e.problems());
                                assertThat(e.problems()).isNotEmpty();
                            }
                        })
                .doesNotThrowAnyException();
        long lines = 2 + new String(bytes, StandardCharsets.UTF_8).lines().count();
        for (Problem problem : problems) {
            assertThat((long) problem.line()).isBetween(1L, lines);
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.message(Language.JA)).isNotBlank();
        }
        return problems.isEmpty() ? 0 : 1;
    }
}
