package org.hikeshi.notifier.letter;

import java.util.List;

/** A piece of a letter. */
public sealed interface Block {
    /**
     * How the reader is addressed.
     *
     * @param neutral where no name is known
     * @param named the same with {@link #NAME} where the name goes
     */
    record Greeting(String neutral, String named) implements Block {
        static final String NAME = "{name}";

        String to(String name) {
            return named.replace(NAME, name);
        }
    }

    record Heading(String words) implements Block {}

    record Paragraph(String words) implements Block {}

    record Bullets(List<String> items) implements Block {}

    /** Labelled values, one per line. */
    record Facts(List<Fact> facts) implements Block {}

    /**
     * @param value plain words or, if it begins with http, a link to exactly what it shows
     */
    record Fact(String label, String value) {}
}
