package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong while a file is read, so that the author sees everything in one go. */
final class Findings {
    /** More help nobody: a file that is something else altogether fills the screen otherwise. */
    private static final int MOST = 200;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(Node node, String key, Mistake mistake, String... arguments) {
        add(node.getStartMark(), key, mistake, arguments);
    }

    void add(Optional<Mark> mark, String key, Mistake mistake, String... arguments) {
        int line = mark.map(m -> m.getLine() + 1).orElse(1);
        int column = mark.map(m -> m.getColumn() + 1).orElse(1);
        add(line, column, key, mistake, List.of(arguments));
    }

    void add(int line, int column, String key, Mistake mistake, List<String> arguments) {
        problems.add(new Problem(file, line, column, key, mistake, arguments));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    PolicyProblems asException() {
        return new PolicyProblems(
                problems.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(Problem::line)
                                        .thenComparingInt(Problem::column))
                        .limit(MOST)
                        .toList());
    }
}
