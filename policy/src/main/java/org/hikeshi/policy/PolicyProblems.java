package org.hikeshi.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy file that cannot be used, with everything that is wrong with it at once, in file order.
 */
public final class PolicyProblems extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PolicyProblems(List<Problem> problems) {
        super(text(problems, Language.EN));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** One line per problem. */
    public String text(Language language) {
        return text(problems, language);
    }

    private static String text(List<Problem> problems, Language language) {
        return problems.stream().map(p -> p.inOneLine(language)).collect(Collectors.joining("\n"));
    }
}
