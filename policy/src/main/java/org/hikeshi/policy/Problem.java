package org.hikeshi.policy;

import java.util.List;
import java.util.Objects;

/** One thing to correct: where (line and column from 1), at which key path, and why. */
public final class Problem {
    private final String file;
    private final int line;
    private final int column;
    private final String key;
    private final Mistake mistake;
    private final List<String> arguments;

    Problem(
            String file,
            int line,
            int column,
            String key,
            Mistake mistake,
            List<String> arguments) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.key = key;
        this.mistake = mistake;
        this.arguments = List.copyOf(arguments);
    }

    public String file() {
        return file;
    }

    /** Line in the file, counted from 1. */
    public int line() {
        return line;
    }

    /** Column in the line, counted from 1. */
    public int column() {
        return column;
    }

    /**
     * Key path such as {@code clocks.first-action.within} or {@code contacts[0].mail}; "" is the
     * file.
     */
    public String key() {
        return key;
    }

    /** The reason in English. */
    public String message() {
        return message(Language.EN);
    }

    /** The reason in a plain sentence. */
    public String message(Language language) {
        return mistake.sentence(language, arguments);
    }

    /** {@code file:line:column: key: reason}, which editors and terminals turn into a link. */
    public String inOneLine(Language language) {
        String at = key.isEmpty() ? "" : key + ": ";
        return "%s:%d:%d: %s%s".formatted(file, line, column, at, message(language));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problem p
                && inOneLine(Language.EN).equals(p.inOneLine(Language.EN));
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, line, column, key);
    }

    @Override
    public String toString() {
        return inOneLine(Language.EN);
    }
}
