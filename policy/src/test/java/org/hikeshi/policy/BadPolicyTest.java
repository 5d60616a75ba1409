package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad file is the example with one passage changed; § marks where the problem must point. */
class BadPolicyTest {
    private static final String GOOD = PolicyFile.bundledText("cvss-sla").orElseThrow();

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("rhythm:", "§rythm:", "rythm", "did you mean \"rhythm\"?"),
                arguments(
                        "  country: japan",
                        "  §contry: japan",
                        "calendar.contry",
                        "did you mean \"country\"?"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  §xyzzy: 1\n  zone: Asia/Tokyo",
                        "calendar.xyzzy",
                        "known are country, zone"),
                arguments(
                        "    within: 1 business day\n",
                        "    §wihtin: 1 business day\n",
                        "clocks.confirmation.wihtin",
                        "did you mean \"within\"?"),
                arguments(
                        "  prefix: EX ",
                        "  prefix: §ex ",
                        "organisation.prefix",
                        "cannot begin a public number"),
                arguments(
                        "  prefix: EX ",
                        "  prefix: §E-X ",
                        "organisation.prefix",
                        "cannot begin a public number"),
                arguments("  country: japan\n", "§", "calendar.country", "\"country\" is missing"),
                arguments(
                        "effective: 2025-09-01\nowner",
                        "owner",
                        "effective",
                        "\"effective\" is missing (Day it takes effect)"),
                arguments(
                        "version: \"1.0\"\ncreated",
                        "version: §1.0\ncreated",
                        "version",
                        "no version number"),
                arguments(
                        "version: \"1.0\"\ncreated",
                        "version: §\"../1\"\ncreated",
                        "version",
                        "no version number"),
                arguments(
                        "created: 2025-09-01",
                        "created: §2025-9-1",
                        "created",
                        "write it as 2026-12-01"),
                arguments("created: 2025-09-01", "created: §2025-02-30", "created", "is no date"),
                arguments(
                        "effective: 2025-09-01\nowner",
                        "effective: §2025-08-31\nowner",
                        "effective",
                        "before it was created (2025-09-01)"),
                arguments(
                        "approvedBy: ciso",
                        "approvedBy: §ceo",
                        "approvedBy",
                        "known are ciso, security-office"),
                arguments(
                        "languages: [ja, en]",
                        "languages: [ja, §fr]",
                        "languages[1]",
                        "\"fr\" is not known here; known are ja, en"),
                arguments(
                        "languages: [ja, en]",
                        "languages: [ja, §ja]",
                        "languages[1]",
                        "\"ja\" is here twice"),
                arguments("languages: [ja, en]", "languages: §ja", "languages", "a list is needed"),
                arguments(
                        "languages: [ja, en]", "languages: §[]", "languages", "at least one item"),
                arguments(
                        "    en: Example Devices\n",
                        "",
                        "organisation.name.en",
                        "\"en\" is missing"),
                arguments(
                        "languages: [ja, en]",
                        "languages: [en]",
                        "owner.ja",
                        "\"ja\" is not among"),
                arguments(
                        "    en: Example Devices\n",
                        "    en: §\"\"\n",
                        "organisation.name.en",
                        "empty"),
                arguments(
                        "    en: Example Devices\n",
                        "    en: §12\n",
                        "organisation.name.en",
                        "Text is needed"),
                arguments(
                        "    en: Example Devices\n",
                        "    en: §" + "x".repeat(4001) + "\n",
                        "organisation.name.en",
                        "at most 4000"),
                arguments(
                        "    mail: security@example.com",
                        "    mail: §security",
                        "contacts[0].mail",
                        "no mail address"),
                arguments(
                        "  - audience: everybody",
                        "  - §audience: customers",
                        "contacts",
                        "A contact for reporters"),
                arguments(
                        "    mail: security@example.com\n    page: /report\n",
                        "",
                        "contacts[0]",
                        "needs mail or page"),
                arguments(
                        "critical: {from: 9.0, to: 10.0}",
                        "critical: {from: §\"9\", to: 10.0}",
                        "severity.cvss.bands.critical.from",
                        "A score"),
                arguments(
                        "critical: {from: 9.0, to: 10.0}",
                        "critical: {from: 9.0, to: §9.9}",
                        "severity.cvss.bands",
                        "cover 0.1 to 10.0"),
                arguments(
                        "high: {from: 7.0, to: 8.9}",
                        "high: {from: 7.0, to: §8.8}",
                        "severity.cvss.bands.high.to",
                        "must end at 8.9"),
                arguments(
                        "high: {from: 7.0, to: 8.9}",
                        "high: {from: 7.0, to: §9.1}",
                        "severity.cvss.bands.high.to",
                        "must end at 8.9"),
                arguments(
                        "medium: {from: 4.0, to: 6.9}",
                        "medium: {from: §6.9, to: 4.0}",
                        "severity.cvss.bands.medium.from",
                        "begins above its end (4.0)"),
                arguments(
                        "      low: {from: 0.1, to: 3.9}\n",
                        "",
                        "severity.cvss.bands.low",
                        "\"low\" is missing"),
                arguments(
                        "critical: {from: 9.0, to: 10.0}",
                        "critical: {from: §9.05, to: 10.0}",
                        "severity.cvss.bands.critical.from",
                        "one decimal"),
                arguments(
                        "    - wormable",
                        "    - §own",
                        "priority.factors[3].name",
                        "own factor needs a name"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  zone: §Asia/Tokio",
                        "calendar.zone",
                        "\"Asia/Tokio\" is no time zone"),
                arguments("  zone: Asia/Tokyo", "  zone: §UTC+9", "calendar.zone", "no time zone"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  zone: Asia/Tokyo\n  closes: §\"25:00\"",
                        "calendar.closes",
                        "\"25:00\" is no time of day"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  zone: Asia/Tokyo\n  closes: §\"17:00\"\n  businessHours: {from: \"09:00\", until: \"17:30\"}",
                        "calendar.closes",
                        "17:00 is before the end of the business hours (17:30)"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  zone: Asia/Tokyo\n  businessHours: {from: \"18:00\", until: §\"09:00\"}",
                        "calendar.businessHours.until",
                        "before the beginning"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  zone: Asia/Tokyo\n  closures: [{from: 2026-12-29, until: §2026-12-28}]",
                        "calendar.closures[0].until",
                        "before the beginning (2026-12-29)"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  zone: Asia/Tokyo\n  closures:\n    - {from: 2026-12-29, until: 2027-01-03}\n    - {from: §2027-01-03}",
                        "calendar.closures[1].from",
                        "2027-01-03 overlaps the one from 2026-12-29"),
                arguments(
                        "  zone: Asia/Tokyo",
                        "  zone: Asia/Tokyo\n  closures: [{from: 2026-01-01, until: §2026-12-28}]",
                        "calendar.closures[0].until",
                        "shorter than two months"),
                arguments(
                        "    within: same business day\n",
                        "    within: §same day\n",
                        "clocks.receipt-mail.within",
                        "\"same day\" is no term"),
                arguments(
                        "      critical: 7 days",
                        "      critical: §0 days",
                        "clocks.mitigation.bySeverity.critical",
                        "\"0 days\" is no term"),
                arguments(
                        "      critical: 7 days",
                        "      critical: §P7",
                        "clocks.mitigation.bySeverity.critical",
                        "no term"),
                arguments(
                        "      critical: 7 days",
                        "      critical: §15 days",
                        "clocks.mitigation.bySeverity.critical",
                        "\"critical\" has a longer term than \"high\""),
                arguments(
                        "      medium: 30 days\n",
                        "",
                        "clocks.mitigation.bySeverity.medium",
                        "\"medium\" is missing"),
                arguments(
                        "        warn: 24 hours",
                        "        warn: §48 hours",
                        "clocks.publication.bySeverity.critical.warn",
                        "does not come before"),
                arguments(
                        "    clause: E3.2-confirm",
                        "    clause: §E3.2-ack",
                        "clocks.confirmation.clause",
                        "already used on line"),
                arguments(
                        "    clause: E3.2-confirm",
                        "    clause: §\"§5\"",
                        "clocks.confirmation.clause",
                        "no clause"),
                arguments(
                        "    clause: E3.2-confirm\n    kind: commitment",
                        "    clause: E3.2-confirm\n    kind: §promise",
                        "clocks.confirmation.kind",
                        "known are target, commitment"),
                arguments(
                        "    within: 1 business day\n",
                        "    within: 1 business day\n    bySeverity: {critical: 1 day, high: 1 day, medium: 1 day, low: 1 day}\n",
                        "clocks.confirmation",
                        "either \"within\" or \"bySeverity\""),
                arguments(
                        "    within: 1 business day\n",
                        "",
                        "clocks.confirmation",
                        "either \"within\" or \"bySeverity\""),
                arguments(
                        "    starts: remedy-verified",
                        "    starts: §received",
                        "clocks.publication.starts",
                        "it can from fix-obtainable, remedy-verified"),
                arguments(
                        "  audit:\n",
                        "  §audits:\n",
                        "clocks.audits",
                        "\"audits\" is not known here"),
                arguments(
                        "  audit:\n    clause: E6.2\n    kind: commitment\n    starts: last-done",
                        "  progress:\n    §clause: E6.2\n    kind: commitment\n    starts: received",
                        "clocks.progress",
                        "under rhythm"),
                arguments("  everyDays: 14", "  everyDays: §0", "rhythm.everyDays", "whole number"),
                arguments(
                        "  everyDays: 14",
                        "  everyDays: §fourteen",
                        "rhythm.everyDays",
                        "whole number"),
                arguments(
                        "  everyDays: 14",
                        "  everyDays: §99999999999",
                        "rhythm.everyDays",
                        "whole number"),
                arguments(
                        "  keep: 3 years",
                        "  keep: §36 hours",
                        "records.keep",
                        "days, months or years"),
                arguments(
                        "  - gate: signature\n    guards: [mitigation, fix]",
                        "  - gate: signature\n    waivable: §true\n    guards: [mitigation, fix]",
                        "gates[2].waivable",
                        "never be waived"),
                arguments(
                        "  - gate: signature\n    guards: [mitigation, fix]",
                        "  - gate: signature\n    waivable: §perhaps\n    guards: [mitigation, fix]",
                        "gates[2].waivable",
                        "true or false"),
                arguments(
                        "    legal: legal\n",
                        "    legal: §lawyer\n",
                        "review.reviews.legal",
                        "known are ciso"),
                arguments("    mail: R1", "    mail: §R17", "tellings[0].mail", "known are R1"),
                arguments(
                        "pause:",
                        "§version: \"2\"\npause:",
                        "version",
                        "twice; the first is on line"),
                arguments(
                        "pause:\n  atMost: 14 days\n  standing: house",
                        "pause: §14 days",
                        "pause",
                        "\"key: value\" pairs"),
                arguments("rhythm:", "? §[a, b]\n: 1\nrhythm:", "", "plain text"),
                arguments(
                        "  deputyAfter: 30 minutes",
                        "  deputyAfter:",
                        "escalation.deputyAfter",
                        "is missing"),
                arguments("rhythm:", "rhythm: §&r", "", "Anchors, aliases and tags"),
                arguments(
                        "  everyDays: 14",
                        "  everyDays: §!!int 14",
                        "",
                        "Anchors, aliases and tags"),
                arguments("  everyDays: 14", "  everyDays: §*x", "", "Anchors, aliases and tags"),
                arguments("rhythm:", "\t§rhythm:", "", "not YAML"),
                arguments("rhythm:", "---\nrhythm:", "", "one document"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void a_mistake_is_named_with_line_key_and_reason(
            String good, String bad, String key, String reason) {
        assertThat(GOOD).as("the passage is in the example").contains(good);
        String marked =
                GOOD.replaceFirst(
                        java.util.regex.Pattern.quote(good),
                        java.util.regex.Matcher.quoteReplacement(bad));
        int mark = marked.indexOf('§');
        String text = mark < 0 ? marked : marked.substring(0, mark) + marked.substring(mark + 1);

        List<Problem> problems = problems(text);

        assertThat(problems)
                .anySatisfy(
                        problem -> {
                            assertThat(problem.key()).isEqualTo(key);
                            assertThat(problem.message()).contains(reason).doesNotContain("{");
                            assertThat(problem.message(Language.JA))
                                    .isNotEqualTo(problem.message());
                            if (mark >= 0) {
                                String before = marked.substring(0, mark);
                                long line = 1 + before.chars().filter(c -> c == '\n').count();
                                assertThat(problem.line())
                                        .as(problem.toString())
                                        .isEqualTo((int) line);
                            }
                        });
    }

    private static List<Problem> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> problems(byte[] bytes) {
        PolicyProblems problems =
                catchThrowableOfType(PolicyProblems.class, () -> PolicyFile.load("my.yaml", bytes));
        assertThat(problems).as("the file is refused").isNotNull();
        return problems.problems();
    }

    @Test
    void all_problems_come_at_once_in_file_order() {
        String text =
                GOOD.replace("created: 2025-09-01", "created: yesterday")
                        .replace("    en: Example Devices\n", "")
                        .replace("zone: Asia/Tokyo", "zone: Mars")
                        .replace("    clause: E6.2", "    clause: E5.3")
                        .replace("rhythm:", "rythm:");
        assertThat(problems(text))
                .extracting(Problem::key)
                .containsExactly(
                        "rhythm",
                        "created",
                        "organisation.name.en",
                        "calendar.zone",
                        "clocks.audit.clause",
                        "rythm");
    }

    @Test
    void a_problem_reads_like_a_compilers_so_that_editors_link_it() {
        String text = GOOD.replace("zone: Asia/Tokyo", "zone: Mars");
        int line =
                1
                        + (int)
                                text.substring(0, text.indexOf("zone: Mars"))
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count();
        Problem problem = problems(text).getFirst();
        assertThat(problem.inOneLine(Language.EN))
                .isEqualTo(
                        "my.yaml:"
                                + line
                                + ":9: calendar.zone: \"Mars\" is no time zone; write it like Asia/Tokyo.");
        assertThat(problem.inOneLine(Language.JA))
                .isEqualTo(
                        "my.yaml:"
                                + line
                                + ":9: calendar.zone: 「Mars」というタイムゾーンはありません。Asia/Tokyo のように書いてください。");
    }

    @Test
    void limits_on_size_nesting_and_encoding() {
        assertThat(problems(new byte[YamlText.MOST_BYTES + 1]).getFirst().message())
                .contains("at most 262144 bytes");
        assertThat(problems("a: " + "[".repeat(100_000)).getFirst().message())
                .contains("at most 16 deep");
        byte[] notUtf8 = GOOD.getBytes(StandardCharsets.UTF_8);
        notUtf8[GOOD.indexOf("\n") + 1] = (byte) 0xff;
        assertThat(problems(notUtf8).getFirst())
                .satisfies(
                        p -> {
                            assertThat(p.message()).contains("not UTF-8");
                            assertThat(p.line()).isEqualTo(2);
                        });
        assertThat(problems("").getFirst().message()).contains("empty");
        assertThat(problems("# nothing but a comment\n").getFirst().message()).contains("empty");
        assertThat(problems("just words").getFirst().message()).contains("key: value");
        assertThat(problems("a: \u0007").getFirst().message()).contains("not YAML");
    }

    @Test
    void a_file_that_is_not_there_is_a_problem_too(@TempDir Path dir) throws Exception {
        Path missing = dir.resolve("none.yaml");
        assertThat(
                        catchThrowableOfType(PolicyProblems.class, () -> PolicyFile.load(missing))
                                .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("NoSuchFile"));
        assertThat(
                        catchThrowableOfType(PolicyProblems.class, () -> PolicyFile.load(dir))
                                .problems())
                .hasSize(1);
        Path good = Files.writeString(dir.resolve("good.yaml"), GOOD);
        assertThat(PolicyFile.load(good).text()).isEqualTo(GOOD);
    }
}
