package org.hikeshi.notifier.letter;

import java.util.stream.Collectors;

/**
 * A letter as plain text: paragraphs unbroken, so that every reader's window breaks them as it
 * likes.
 */
final class TextForm {
    private static final String BETWEEN_LANGUAGES =
            "\n----------------------------------------\n\n";

    private TextForm() {}

    static String of(Letter letter) {
        return letter.parts().stream()
                .map(TextForm::part)
                .collect(Collectors.joining(BETWEEN_LANGUAGES));
    }

    private static String part(Letter.Part part) {
        return part.blocks().stream()
                .map(TextForm::block)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Greeting greeting -> greeting.neutral();
            case Block.Heading heading -> "■ " + heading.words();
            case Block.Paragraph paragraph -> paragraph.words();
            case Block.Bullets bullets ->
                    bullets.items().stream()
                            .map(item -> "- " + item)
                            .collect(Collectors.joining("\n"));
            case Block.Facts facts ->
                    facts.facts().stream()
                            .map(fact -> fact.label() + ": " + fact.value())
                            .collect(Collectors.joining("\n"));
        };
    }
}
