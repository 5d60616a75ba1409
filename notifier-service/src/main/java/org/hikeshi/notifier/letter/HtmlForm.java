package org.hikeshi.notifier.letter;

import java.util.stream.Collectors;

/** A letter as HTML without styles, pictures or anything that is fetched. */
final class HtmlForm {
    private HtmlForm() {}

    static String of(Letter letter) {
        String first = letter.parts().getFirst().language().code();
        return "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>%s</title></head>\n<body>\n"
                        .formatted(first, escaped(letter.subject()))
                + letter.parts().stream().map(HtmlForm::part).collect(Collectors.joining("<hr>\n"))
                + "</body>\n</html>\n";
    }

    private static String part(Letter.Part part) {
        return part.blocks().stream()
                .map(HtmlForm::block)
                .collect(
                        Collectors.joining(
                                "", "<div lang=\"" + part.language().code() + "\">\n", "</div>\n"));
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Greeting greeting -> "<p>" + escaped(greeting.neutral()) + "</p>\n";
            case Block.Heading heading -> "<h2>" + escaped(heading.words()) + "</h2>\n";
            case Block.Paragraph paragraph -> "<p>" + escaped(paragraph.words()) + "</p>\n";
            case Block.Bullets bullets ->
                    bullets.items().stream()
                            .map(item -> "<li>" + escaped(item) + "</li>\n")
                            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
            case Block.Facts facts ->
                    facts.facts().stream()
                            .map(HtmlForm::fact)
                            .collect(Collectors.joining("", "<table>\n", "</table>\n"));
        };
    }

    private static String fact(Block.Fact fact) {
        String value = escaped(fact.value());
        boolean link = fact.value().matches("https?://[^\\s]+");
        String shown = link ? "<a href=\"" + value + "\">" + value + "</a>" : value;
        return "<tr><th scope=\"row\" align=\"left\">%s:</th><td>%s</td></tr>\n"
                .formatted(escaped(fact.label()), shown);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
