package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An error that helps its reader and tells a stranger nothing about the inside. */
final class CleanError {
    /** What only the inside knows: types, files, products, statements, addresses. */
    private static final List<Pattern> INSIDE =
            List.of(
                    Pattern.compile("\\bat [a-z]+(\\.[a-z0-9_]+)+\\.[A-Z]\\w*\\.\\w+\\("),
                    Pattern.compile("[A-Za-z]+(Exception|Error)\\b"),
                    Pattern.compile("(?i)caused by|stack ?trace"),
                    Pattern.compile("(?i)quarkus|vert\\.?x|netty|resteasy|jackson|hibernate"),
                    Pattern.compile("(?i)postgres|jdbc:|SQLSTATE|relation \"|kafka"),
                    Pattern.compile("org\\.hikeshi|io\\.\\w+\\.|java\\.\\w+\\."),
                    Pattern.compile("(/tmp/|/home/|/root/|/var/|/target/)\\w"));

    private CleanError() {}

    /** The answer is one of these errors and holds nothing of the inside. */
    static void is(RawHttp.Answer answer, String about, Integer... statuses) {
        assertThat(answer.status()).as(about + " → " + answer.head()).isIn((Object[]) statuses);
        tellsNothing(answer.head() + "\n\n" + answer.body(), about);
        String head = answer.head().toLowerCase(Locale.ROOT);
        assertThat(head).as(about).doesNotContain("\nserver:").doesNotContain("\nx-powered-by:");
    }

    static void tellsNothing(String said, String about) {
        for (Pattern inside : INSIDE) {
            assertThat(inside.matcher(said).results().map(m -> m.group()).toList())
                    .as(about + " tells of the inside: " + said)
                    .isEmpty();
        }
    }
}
