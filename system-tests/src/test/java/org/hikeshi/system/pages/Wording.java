package org.hikeshi.system.pages;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands in the text: one language, dates that are promises, a title that gives nothing away.
 */
final class Wording {

    /* Text as read, without the parts that are somebody's own words or in the other language on purpose. */
    private static final String TEXT =
            """
            language => {
              const copy = document.body.cloneNode(true);
              copy.querySelectorAll('bdi, script, style, textarea, [data-own-words]').forEach(e => e.remove());
              copy.querySelectorAll('[lang]').forEach(e => { if (e.lang !== language) e.remove(); });
              copy.querySelectorAll('p, li, td, th, dt, dd, h1, h2, h3, label, legend, summary, div, option, a, button, tr')
                  .forEach(e => e.append('\\n'));
              const told = [...copy.querySelectorAll('[alt], [title], [aria-label], [placeholder], [data-label]')]
                  .flatMap(e => ['alt', 'title', 'aria-label', 'placeholder', 'data-label'].map(a => e.getAttribute(a) || ''));
              return copy.textContent + '\\n' + told.join('\\n');
            }
            """;
    /* Examples of how to write a date into a field are no promises. */
    private static final String PROMISES =
            """
            language => {
              const copy = document.body.cloneNode(true);
              copy.querySelectorAll('bdi, script, style, .hint, .error, .errors, code, textarea, [data-own-words]').forEach(e => e.remove());
              copy.querySelectorAll('p, li, td, th, dt, dd, h1, h2, h3, label, div, tr').forEach(e => e.append('\\n'));
              return copy.textContent;
            }
            """;

    private static final Pattern JAPANESE =
            Pattern.compile(
                    "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}\\u3000-\\u303f\\uff01-\\uff5e]+");
    private static final Pattern DAY_JA =
            Pattern.compile("\\d{1,2}月\\d{1,2}日(?![(（][月火水木金土日][)）])");
    private static final Pattern DAY_EN =
            Pattern.compile(
                    "(?<!(Mon|Tue|Wed|Thu|Fri|Sat|Sun) )\\b\\d{1,2}"
                            + " (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b");
    private static final Pattern HOUR =
            Pattern.compile(
                    "\\b([01]?\\d|2[0-4]):[0-5]\\d\\b(?!:|\\s*[–-])(?!"
                            + " ?(JST|UTC|GMT|[A-Z]{3,5}\\b|[+-]\\d\\d:?\\d\\d))");
    private static final Pattern SHORT =
            Pattern.compile(
                    "\\b(\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern RAW =
            Pattern.compile(
                    "(?<![\\w@/.])(web|home|report|status|problem|error)\\.[a-z][a-z.-]+[a-z](?![\\w@/])|NOT_FOUND|\\{[a-z]+[.}]");

    private Wording() {}

    static List<Finding> check(Page page, PageState state) {
        List<Finding> found = new ArrayList<>();
        String text = (String) page.evaluate(TEXT, state.language());
        String promises = (String) page.evaluate(PROMISES, state.language());
        if (state.language().equals("en")) {
            add(found, "japanese-in-english", JAPANESE, text + "\n" + page.title());
        }
        add(found, "words-missing", RAW, text);
        add(found, "date-weekday", DAY_JA, promises);
        add(found, "date-weekday", DAY_EN, promises);
        add(found, "date-form", SHORT, promises);
        add(found, "time-zone", HOUR, promises);
        if (!page.title().matches(state.titlePattern())) {
            found.add(new Finding("title", page.title()));
        }
        for (String secret : state.secrets()) {
            if (page.title().contains(secret) || page.url().contains(secret)) {
                found.add(new Finding("secret", "a planted word in title or address"));
            }
        }
        return found;
    }

    private static void add(List<Finding> found, String check, Pattern pattern, String text) {
        pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(5)
                .forEach(saw -> found.add(new Finding(check, saw)));
    }
}
