package org.hikeshi.disclosure.site;

import java.util.List;
import java.util.stream.Collectors;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.web.Language;

/** A published text for terminals and mail: every language under the other, no markup. */
final class PlainText {
    private final ShownAdvisories words;
    private final Language language;
    private final ShownAdvisory shown;
    private final StringBuilder text = new StringBuilder();

    private PlainText(ShownAdvisories words, Language language, ShownAdvisory shown) {
        this.words = words;
        this.language = language;
        this.shown = shown;
    }

    static String of(ShownAdvisories words, PublishedText published, List<Language> languages) {
        return languages.stream()
                .map(l -> new PlainText(words, l, words.of(published, l, false)).written())
                .collect(Collectors.joining("\n" + "=".repeat(72) + "\n\n"));
    }

    private String written() {
        line(shown.title());
        line(shown.id());
        line(say("advisory.published") + ": " + words.moment(shown.publishedAt(), language));
        line(say("advisory.changed") + ": " + words.moment(shown.changedAt(), language));
        if (!shown.severity().isEmpty()) {
            String word = say("web.severity." + shown.severity());
            line((word + " " + shown.score() + " " + shown.vector()).strip());
        }
        shown.cves().forEach(this::line);
        if (shown.withdrawn()) {
            part("advisory.withdrawn", shown.withdrawnBecause());
        }
        part("advisory.what-to-do", shown.whatToDo());
        part("advisory.affected", products());
        part("advisory.impact", shown.impact());
        part("advisory.remedy", shown.remedy());
        part("advisory.workaround", shown.workaround());
        part("advisory.summary", shown.summary());
        part("advisory.details", shown.details());
        part("advisory.credits", String.join("\n", shown.credits()));
        part("advisory.contact", shown.contact());
        part("advisory.history", history());
        part("advisory.disclaimer", shown.disclaimer());
        return text.toString();
    }

    private String products() {
        return shown.products().stream()
                .map(
                        row ->
                                "%s: %s %s%s"
                                        .formatted(
                                                row.name(),
                                                say(
                                                        row.affected()
                                                                ? "advisory.affected.yes"
                                                                : "advisory.affected.no"),
                                                row.versions(),
                                                row.fixed().isEmpty()
                                                        ? ""
                                                        : " / "
                                                                + say("advisory.fixed")
                                                                + " "
                                                                + row.fixed()))
                .collect(Collectors.joining("\n"));
    }

    private String history() {
        return shown.history().stream()
                .map(
                        one ->
                                one.number()
                                        + ". "
                                        + words.moment(one.at(), language)
                                        + " "
                                        + one.what())
                .collect(Collectors.joining("\n"));
    }

    private String say(String key) {
        return words.say(language, key);
    }

    private void part(String key, String body) {
        if (!body.isEmpty()) {
            text.append('\n');
            line(say(key));
            line("-".repeat(24));
            line(body);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
