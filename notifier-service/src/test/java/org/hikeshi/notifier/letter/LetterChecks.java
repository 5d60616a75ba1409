package org.hikeshi.notifier.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.hikeshi.policy.Language;

/** What holds for every letter of the house, whatever it says. */
public final class LetterChecks {
    public static final Stationery STATIONERY =
            new Stationery(
                    org.hikeshi.web.Words.ofClassPath(),
                    path -> "https://security.example.com" + path,
                    false);

    private LetterChecks() {}

    /** The three ways a letter is written. */
    public static List<List<Language>> everyLanguage() {
        return List.of(
                List.of(Language.JA), List.of(Language.EN), List.of(Language.JA, Language.EN));
    }

    public static void sound(Letter letter) {
        List<Language> languages = letter.parts().stream().map(Letter.Part::language).toList();
        assertThat(letter.text()).doesNotContainPattern("\\{[0-9a-z]+}|null|\\[\\]");
        assertThat(letter.subject()).doesNotContainPattern("\\{[0-9a-z]+}|null");
        assertThat(words(plain(letter.html())))
                .as("text equals HTML")
                .isEqualTo(words(letter.text().replaceAll("(?m)^(■|-) |^-+$", "")));
        assertThat(letter.html().toLowerCase(Locale.ROOT))
                .doesNotContain("http://", "style=", "<img", "<script", "src=");
        assertThat(letter.text().split("https?://(?!security\\.example\\.com/)", -1))
                .as("no foreign address")
                .hasSize(1);
        for (Letter.Part part : letter.parts()) {
            String text = new Letter("", "", List.of(part)).text();
            dates(text);
            if (part.language() == Language.EN) {
                assertThat(text)
                        .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
            }
        }
        assertThat(languages).doesNotHaveDuplicates();
    }

    /** Neutral as it stands; by name to whom a name is known, in body only and unbroken. */
    public static void greets(Letter letter) {
        String name = "Kit <Finder>";
        Letter named = letter.to(name);
        sound(named);
        assertThat(named.subject()).isEqualTo(letter.subject());
        assertThat(letter.text()).doesNotContain("Kit");
        assertThat(named.html()).doesNotContain("<Finder>");
        for (Letter.Part part : letter.parts()) {
            boolean english = part.language() == Language.EN;
            assertThat(letter.text()).contains(english ? "Dear reporter,\n\n" : "報告者 様\n\n");
            assertThat(named.text())
                    .contains(english ? "Dear " + name + ",\n\n" : name + " 様\n\n")
                    .doesNotContain(english ? "Dear reporter" : "報告者 様");
        }
    }

    /** Every date has its weekday, every hour its zone. */
    private static void dates(String text) {
        assertThat(text).doesNotContainPattern("[0-9]月[0-9]+日(?!\\()");
        assertThat(text)
                .doesNotContainPattern(
                        "(?<!(Mon|Tue|Wed|Thu|Fri|Sat|Sun) )\\b[0-9]{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20");
        assertThat(text).doesNotContainPattern("\\b[0-9]{2}:[0-9]{2}(?! (JST|UTC))");
    }

    private static String plain(String html) {
        return html.replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
