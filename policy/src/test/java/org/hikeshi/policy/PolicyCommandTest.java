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
                    .satisfies(r -> assertThat(r.out()).contains("OK. Version 1.0 (", "SHA-256 "));
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
            assertThat(ran.err())
                    .contains(
                            "policy check FILE",
                            "default, cvss-sla, individual-ota, psirt-notices");
        }
        assertThat(run(Map.of(), "new", "--like", "nothing"))
                .isEqualTo(
                        new Ran(
                                PolicyCommand.USAGE,
                                "",
                                "There is no example \"nothing\"; there are default, cvss-sla, individual-ota, psirt-notices.\n"));
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
    void diff_says_what_changed_by_clause_in_the_readers_language() throws Exception {
        String text = run(Map.of(), "new", "--like", "cvss-sla").out();
        Path old = Files.writeString(dir.resolve("old.yaml"), text);
        String changed =
                text.replace("version: \"1.0\"\ncreated", "version: \"2.0\"\ncreated")
                        .replace("      critical: 30 days", "      critical: 14 days")
                        .replace("      medium: 30 days", "      medium: 40 days")
                        .replace("keep: 3 years", "keep: 5 years")
                        .replace("    - wormable\n", "");
        Path now = Files.writeString(dir.resolve("new.yaml"), changed);

        Ran english = run(Map.of(), "diff", old.toString(), now.toString());
        assertThat(english.code()).isEqualTo(PolicyCommand.DONE);
        assertThat(english.out())
                .startsWith("1.0 → 2.0\n")
                .contains(
                        "E5.1-fix\n  ~ clocks.fix.bySeverity.critical: within 30 days → within 14 days  (earlier: for running cases too)\n",
                        "E5.1-mitigation\n  ~ clocks.mitigation.bySeverity.medium: within 30 days → within 40 days  (later: for new reports only)\n",
                        "E6.1\n  ~ records.keep: within 3 years → within 5 years\n",
                        "E4.2\n  - priority.factors[wormable]: wormable\n")
                .endsWith("5 differences.\n");
        Ran japanese = run(Map.of("LANG", "ja_JP.UTF-8"), "diff", old.toString(), now.toString());
        assertThat(japanese.out()).contains("30日以内 → 14日以内(早まる", "5 件の違い");
        assertThat(run(Map.of(), "diff", old.toString(), old.toString()).out())
                .isEqualTo("1.0 → 1.0\n0 differences.\n");
        Files.writeString(now, changed.replace("Asia/Tokyo", "Mars"));
        assertThat(run(Map.of(), "diff", old.toString(), now.toString()).code())
                .isEqualTo(PolicyCommand.PROBLEMS);
    }

    @Test
    void schema_prints_what_the_editor_needs() {
        assertThat(run(Map.of(), "schema").out()).isEqualTo(PolicySchema.text());
        assertThat(run(Map.of(), "new").out())
                .startsWith("# yaml-language-server: $schema=policy.schema.json\n");
    }
}
