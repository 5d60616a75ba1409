package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hikeshi.policy.PublicPolicy.Block;
import org.hikeshi.policy.PublicPolicy.Paragraph;
import org.hikeshi.policy.PublicPolicy.Table;

/** The table of promises: one row per published clock, one column per severity. */
final class PromiseTables {
    private final Policy policy;
    private final Language language;

    PromiseTables(Policy policy, Language language) {
        this.policy = policy;
        this.language = language;
    }

    List<Block> published() {
        List<Block> table = table(Standing.PUBLISHED);
        if (table.isEmpty()) {
            return table;
        }
        String key = policy.calendar().country() == Country.NONE ? "counting-plain" : "counting";
        String counting = Labels.text(key, language, policy.calendar().zone().getId());
        return List.of(table.getFirst(), new Paragraph(counting));
    }

    List<Block> addendum() {
        return table(Standing.ADDENDUM);
    }

    private List<Block> table(Standing standing) {
        List<List<String>> rows = new ArrayList<>();
        for (ClockName name : ClockName.values()) {
            policy.clock(name)
                    .filter(rule -> rule.standing() == standing)
                    .flatMap(rule -> row(name, rule))
                    .ifPresent(rows::add);
            Rhythm rhythm = policy.rhythm();
            if (name == ClockName.PROGRESS && rhythm.standing() == standing) {
                rows.add(row(rhythm));
            }
        }
        return rows.isEmpty() ? List.of() : List.of(new Table(header(), List.copyOf(rows)));
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        header.add(Labels.text("column.promise", language));
        for (Severity severity : Severity.values()) {
            header.add(policy.severity().name(severity, language));
        }
        header.add(Labels.text("column.starts", language));
        header.add(Labels.text("column.kind", language));
        header.add(Labels.text("column.clause", language));
        return header;
    }

    /** Empty if the policy publishes no number or word of this clock. */
    private Optional<List<String>> row(ClockName name, ClockRule rule) {
        List<Optional<String>> words =
                Arrays.stream(Severity.values())
                        .map(s -> rule.deadline(s).publicWords(language))
                        .toList();
        if (words.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<String> cells = words.stream().map(w -> w.orElse("—")).toList();
        return Optional.of(row(name, cells, rule.starts(), rule.kind(), rule.clause()));
    }

    private List<String> row(Rhythm rhythm) {
        String every =
                Labels.text("at-most-every", language, TermWords.length(rhythm.term(), language));
        List<String> cells = List.of(every, every, every, every);
        return row(ClockName.PROGRESS, cells, Anchor.RECEIVED, rhythm.kind(), rhythm.clause());
    }

    private List<String> row(
            ClockName name, List<String> cells, Anchor starts, Kind kind, Clause clause) {
        List<String> row = new ArrayList<>();
        row.add(Labels.of(name, language));
        row.addAll(cells);
        row.add(Labels.of(starts, language));
        row.add(Labels.of(kind, language));
        row.add(clause.id());
        return List.copyOf(row);
    }
}
