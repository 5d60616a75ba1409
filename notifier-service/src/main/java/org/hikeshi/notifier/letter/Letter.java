package org.hikeshi.notifier.letter;

import java.util.List;
import java.util.stream.Collectors;
import org.hikeshi.policy.Language;

/**
 * What somebody is told.
 *
 * @param sender the name beside the address of the desk
 * @param subject numbers and neutral words only
 * @param parts one per language, in order
 */
public record Letter(String sender, String subject, List<Part> parts) {

    /** All of the letter in one language. */
    public record Part(Language language, List<Block> blocks) {}

    /** The same letter to somebody whose name is known, where it greets at all. */
    public Letter to(String name) {
        return new Letter(
                sender,
                subject,
                parts.stream()
                        .map(part -> new Part(part.language(), greeting(part.blocks(), name)))
                        .toList());
    }

    private static List<Block> greeting(List<Block> blocks, String name) {
        return blocks.stream()
                .map(
                        block ->
                                block instanceof Block.Greeting greeting
                                        ? new Block.Paragraph(greeting.to(name))
                                        : block)
                .toList();
    }

    /** The plain text. */
    public String text() {
        return TextForm.of(this);
    }

    /** The same as HTML. */
    public String html() {
        return HtmlForm.of(this);
    }

    /** {@code Content-Language} (RFC 3282). */
    String languages() {
        return parts.stream().map(part -> part.language().code()).collect(Collectors.joining(", "));
    }
}
