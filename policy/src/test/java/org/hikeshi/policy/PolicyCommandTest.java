package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    private record Ran(int code, String out, String err) {}

    private static Ran run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                new PolicyCommand(
                                environment,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(List.of(arguments));
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @TempDir private Path dir;

    @Test
    void what_new_prints_passes_check() throws Exception {
        for (String name : PolicyFile.bundled()) {
            Ran made = run(Map.of(), "new", "--like", name);
            assertThat(made.code()).isZero();
            Path mine = Files.writeString(dir.resolve(name + ".yaml"), made.out());
            assertThat(run(Map.of(), "check", mine.toString()))
                    .satisfies(r -> assertThat(r.code()).isZero())
                    .satisfies(
                            r ->
                                    assertThat(r.out())
                                            .contains("OK. Version 1.0 (ja, en)", "SHA-256 "));
        }
        assertThat(run(Map.of(), "new").out())
                .isEqualTo(run(Map.of(), "new", "--like", "default").out());
    }

    @Test
    void check_names_every_mistake_with_its_line() throws Exception {
        String text =
                run(Map.of(), "new")
                        .out()
                        .replace("Asia/Tokyo", "Mars")
                        .replace("rhythm:", "rythm:");
        Path mine = Files.writeString(dir.resolve("my.yaml"), text);
        Ran english = run(Map.of("LANG", "en_US.UTF-8"), "check", mine.toString());
        assertThat(english.code()).isEqualTo(PolicyCommand.PROBLEMS);
        assertThat(english.err())
                .contains(
                        "calendar.zone: \"Mars\" is no time zone",
                        "did you mean \"rhythm\"?",
                        "3 problems.");
        assertThat(english.err()).containsPattern("my\\.yaml:[0-9]+:[0-9]+: ");
        Ran japanese = run(Map.of("LANG", "ja_JP.UTF-8"), "check", mine.toString());
        assertThat(japanese.err()).contains("「Mars」というタイムゾーンはありません", "3 件の誤り");
        Ran overridden =
                run(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C"), "check", mine.toString());
        assertThat(overridden.err()).isEqualTo(english.err());
    }

    @Test
    void check_says_what_the_standards_miss() throws Exception {
        Path e =
                Files.writeString(
                        dir.resolve("e.yaml"), run(Map.of(), "new", "--like", "cvss-sla").out());
        assertThat(run(Map.of(), "check", e.toString()).out())
                .contains(
                        "ETSI EN 303 645 5.2-1: it is not published when updates come until resolution.",
                        "JC-STAR S1.1-05: it is not published when updates come",
                        "UK PSTI: no support period is published.")
                .doesNotContain("when receipt is acknowledged", "no English text");
        Path d = Files.writeString(dir.resolve("d.yaml"), run(Map.of(), "new").out());
        assertThat(run(Map.of(), "check", d.toString()).out())
                .doesNotContain("UK PSTI", "EN 303 645");
    }

    @Test
    void a_command_that_is_not_understood_explains_itself() {
        for (String[] arguments :
                new String[][] {
                    {}, {"chek", "x"}, {"check"}, {"new", "--as", "x"}, {"check", "a", "b"}
                }) {
            Ran ran = run(Map.of(), arguments);
            assertThat(ran.code()).isEqualTo(PolicyCommand.USAGE);
            assertThat(ran.err()).contains("policy check FILE", "default, cvss-sla");
        }
        assertThat(run(Map.of(), "new", "--like", "nothing"))
                .isEqualTo(
                        new Ran(
                                PolicyCommand.USAGE,
                                "",
                                "There is no example \"nothing\"; there are default, cvss-sla.\n"));
    }

    @Test
    void a_good_file_of_ones_own_can_be_the_start_a_bad_one_not() throws Exception {
        String text = run(Map.of(), "new").out() + "# mine\n";
        Path mine = Files.writeString(dir.resolve("my.yaml"), text);
        assertThat(run(Map.of(), "new", "--like", mine.toString()).out()).isEqualTo(text);
        Files.writeString(mine, text.replace("Asia/Tokyo", "Mars"));
        assertThat(run(Map.of(), "new", "--like", mine.toString()))
                .satisfies(r -> assertThat(r.code()).isEqualTo(PolicyCommand.PROBLEMS))
                .satisfies(r -> assertThat(r.out()).isEmpty());
    }

    @Test
    void schema_prints_what_the_editor_needs() {
        assertThat(run(Map.of(), "schema").out()).isEqualTo(PolicySchema.text());
        assertThat(run(Map.of(), "new").out())
                .startsWith("# yaml-language-server: $schema=policy.schema.json\n");
    }
}
