package org.hikeshi.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action that the code puts on record has words; words come in both languages. */
class AuditWordsTest {
    private static final Path WORDS =
            House.root().resolve("casefile/src/main/resources/META-INF/hikeshi/words.properties");
    private static final Pattern CALL = Pattern.compile("(?:new AuditEntry|AuditEntry\\.of)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("^    ([A-Z][A-Z_]*)(?:[(,;]|$)");

    /** How an action comes about that is not written down as it is: the codes it can be. */
    private static final Map<String, Function<String, Stream<String>>> COMPUTED =
            Map.ofEntries(
                    Map.entry("\"case-\" + act.written()", _ -> of("case-", "CaseAct")),
                    Map.entry(
                            "\"campaign-\" + order.act().word()",
                            _ -> of("campaign-", "CampaignAct")),
                    Map.entry(
                            "what.replace('_', '-')", _ -> of("remediation-", "RemediationAction")),
                    Map.entry("step.act().written()", _ -> of("", "ReporterAct")),
                    Map.entry(
                            "\"identity-revealed-\" + purpose.written()",
                            _ -> of("identity-revealed-", "Purpose")),
                    Map.entry(
                            "\"advisory-reviewed-\" + row.review",
                            _ -> of("advisory-reviewed-", "Reviewing")),
                    Map.entry("action", file -> literals(file, "(?:advisory|parked)-[a-z-]+")),
                    Map.entry("done", file -> literals(file, "disclosure-date-[a-z-]+")),
                    Map.entry("READ", file -> literals(file, "audit-read")));

    @Test
    void everyActionHasWords() throws IOException {
        Set<String> actions = new TreeSet<>();
        for (Path source : House.sources()) {
            actions.addAll(actionsIn(Files.readString(source)));
        }
        Set<String> worded = worded();

        assertThat(actions).hasSizeGreaterThan(60);
        assertThat(worded).containsAll(actions);
    }

    @Test
    void controlAnActionWithoutWordsAndOneNobodyKnows() {
        assertThat(actionsIn("audit.record(c, AuditEntry.of(by, \"moon-landed\", id, now));"))
                .containsExactly("moon-landed");
        assertThat(worded()).doesNotContain("moon-landed");
        assertThat(actionsIn("new AuditEntry(f(a, b), \"x-\" + unknown(), id, now, none)"))
                .containsExactly("not understood: \"x-\" + unknown()");
    }

    private static Set<String> actionsIn(String source) {
        Set<String> found = new TreeSet<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(source, call.end());
            String action = arguments.get(1);
            if (source.contains("record AuditEntry(") || action.equals("act.action()")) {
                continue; // the type itself, and the same entry once more
            }
            List<String> plain = LITERAL.matcher(action).results().map(m -> m.group(1)).toList();
            boolean computed = action.contains("+") || plain.isEmpty();
            if (!computed) {
                found.addAll(plain);
            } else if (COMPUTED.containsKey(action)) {
                found.addAll(COMPUTED.get(action).apply(source).toList());
            } else {
                found.add("not understood: " + action);
            }
        }
        return found;
    }

    /** The arguments of a call whose parenthesis opens just before {@code from}. */
    private static List<String> arguments(String source, int from) {
        List<String> all = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int i = from; depth >= 0; i++) {
            char c = source.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if ((c == ',' && depth == 0) || depth < 0) {
                all.add(source.substring(begin, i).replaceAll("\\s+", " ").strip());
                begin = i + 1;
            }
        }
        return all;
    }

    private static Stream<String> of(String prefix, String enumeration) {
        try {
            for (Path source : House.sources()) {
                if (source.endsWith(enumeration + ".java")) {
                    return Files.readString(source)
                            .lines()
                            .map(CONSTANT::matcher)
                            .filter(Matcher::find)
                            .map(m -> m.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                            .map(prefix::concat);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("there is no " + enumeration);
    }

    private static Stream<String> literals(String source, String form) {
        return LITERAL.matcher(source).results().map(m -> m.group(1)).filter(w -> w.matches(form));
    }

    private static Set<String> worded() {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(WORDS)) {
            words.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("audit.action.") && key.endsWith(".en"))
                .map(key -> key.substring("audit.action.".length(), key.length() - 3))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
