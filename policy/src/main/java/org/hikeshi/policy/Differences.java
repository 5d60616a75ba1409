package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.policy.Leaves.Leaf;

/**
 * What a newer version of a policy says differently, clause by clause. For a clock it says too
 * which way a deadline moved: an earlier one holds for running cases at once, a later one only for
 * reports that arrive under the new version (design: a case keeps its policy).
 */
public final class Differences {
    /** Which way a deadline moved. */
    public enum Move {
        EARLIER,
        LATER,
        NEITHER
    }

    /**
     * One value that is not the same.
     *
     * @param clause the clause it belongs to, or "" where the policy numbers none
     * @param key as the file writes it, such as {@code clocks.fix.bySeverity.critical}
     * @param before empty if it is new
     * @param after empty if it is gone
     */
    public record Difference(
            String clause, String key, Optional<Object> before, Optional<Object> after) {
        public Move move() {
            if (key.startsWith("clocks.")
                    && before.orElse("") instanceof Term old
                    && after.orElse("") instanceof Term now) {
                return Terms.longer(old, now)
                        ? Move.EARLIER
                        : Terms.longer(now, old) ? Move.LATER : Move.NEITHER;
            }
            return Move.NEITHER;
        }
    }

    private Differences() {}

    /** Every difference, in the order in which the file says it. */
    public static List<Difference> between(Policy before, Policy after) {
        Map<String, Leaf> old = Leaves.of(before);
        Map<String, Leaf> now = Leaves.of(after);
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<Difference> all = new ArrayList<>();
        for (String key : keys) {
            Optional<Leaf> was = Optional.ofNullable(old.get(key));
            Optional<Leaf> is = Optional.ofNullable(now.get(key));
            if (!was.map(Leaf::value).equals(is.map(Leaf::value))) {
                String clause = is.or(() -> was).map(Leaf::clause).orElse("");
                all.add(new Difference(clause, key, was.map(Leaf::value), is.map(Leaf::value)));
            }
        }
        return List.copyOf(all);
    }

    /** As people read it in a terminal: a block per clause. */
    public static String inWords(List<Difference> all, Language language) {
        Map<String, List<Difference>> byClause =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Difference::clause,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byClause.forEach(
                (clause, differences) -> {
                    text.append(clause.isEmpty() ? language.say("(条番号なし)", "(no clause)") : clause)
                            .append('\n');
                    differences.forEach(
                            d -> text.append("  ").append(line(d, language)).append('\n'));
                });
        return text.toString();
    }

    private static String line(Difference d, Language language) {
        String before = d.before().map(v -> words(v, language)).orElse("");
        String after = d.after().map(v -> words(v, language)).orElse("");
        if (d.before().isEmpty()) {
            return "+ " + d.key() + ": " + after;
        }
        if (d.after().isEmpty()) {
            return "- " + d.key() + ": " + before;
        }
        String moved =
                switch (d.move()) {
                    case EARLIER ->
                            language.say("(早まる: 進行中の案件にも適用)", "  (earlier: for running cases too)");
                    case LATER ->
                            language.say("(遅くなる: 新しい報告から)", "  (later: for new reports only)");
                    case NEITHER -> "";
                };
        return "~ " + d.key() + ": " + before + " → " + after + moved;
    }

    private static String words(Object value, Language language) {
        return switch (value) {
            case Term term -> term.inWords(language);
            case Enum<?> word -> Words.written(word);
            case Collection<?> list ->
                    list.stream().map(v -> words(v, language)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
