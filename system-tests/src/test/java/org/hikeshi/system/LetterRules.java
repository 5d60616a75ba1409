package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/**
 * What every mail must have and must not have (practice, c), by its addressee and subject. Prose of
 * the report and of the findings never stands in a clear mail; before publication nothing that
 * leaves the house names the vulnerability.
 *
 * @param vulnerability words that would name it
 * @param identity words that would name the reporter
 * @param rules by kind of mail; each letter is of at least one kind
 */
record LetterRules(
        URI origin, List<String> vulnerability, List<String> identity, List<LetterRule> rules) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)]+");
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{26}\\b");

    /** Of the story: address and the name that nobody else reads. */
    private static final Map<String, String> CUSTOMERS =
            Map.of("cust-1@example.com", "Aoba", "cust-2@example.com", "Birch");

    private static final String REPORTER = "finder@example.com";

    /** Subjects of mails that tell what was published. */
    private static final String PUBLISHED = ".*(セキュリティ情報|Security information).*";

    /** They repeat the credit as it is printed. */
    private static final String CREDITED = ".*(公表のお知らせ|Published).*";

    LetterRules(URI origin, List<String> vulnerability, List<String> identity) {
        this(origin, vulnerability, identity, LetterRule.ALL);
    }

    void hold(SentLetter letter) {
        assertThat(faults(letter)).isEmpty();
    }

    /** What is wrong with a letter, one sentence each. */
    List<String> faults(SentLetter letter) {
        SoftAssertions is = new SoftAssertions();
        String all = letter.subject() + "\n" + letter.text() + "\n" + letter.htmlWords();
        is.assertThat(letter.text()).as("text of %s", letter).isNotBlank();
        is.assertThat(letter.html()).as("html of %s", letter).isNotBlank();
        is.assertThat(letter.code()).as("number in the subject of %s", letter).isNotBlank();
        is.assertThat(all).as("%s", letter).doesNotContain("{0}", "{1}", "null", "NOT_FOUND");
        is.assertThat(ACCESS_KEY.matcher(all).find()).as("access key in %s", letter).isFalse();
        is.assertThat(letter.raw())
                .as("%s", letter)
                .doesNotContainIgnoringCase("content-disposition: attachment");
        is.assertThat(letter.html())
                .as("%s", letter)
                .doesNotContainIgnoringCase("<img")
                .doesNotContain("<script");
        linksStayHere(is, letter);
        wordsAreTheSame(is, letter);
        if (!letter.subject().matches(CREDITED)) {
            String others = letter.to().equals(REPORTER) ? withoutGreeting(all) : all;
            identity.forEach(word -> is.assertThat(others).as("%s", letter).doesNotContain(word));
        }
        if (!letter.subject().matches(PUBLISHED)) {
            vulnerability.forEach(
                    word -> is.assertThat(all).as("%s", letter).doesNotContainIgnoringCase(word));
        }
        nobodyElse(is, letter);
        List<LetterRule> its = rules.stream().filter(rule -> rule.isAbout(letter)).toList();
        is.assertThat(its).as("a rule for %s", letter).isNotEmpty();
        its.forEach(rule -> is.assertThat(rule.broken(letter)).isEmpty());
        return is.errorsCollected().stream().map(Throwable::getMessage).toList();
    }

    /** Whoever gave a name is greeted by it, and nobody else reads it. */
    private String withoutGreeting(String text) {
        String left = text;
        for (String word : identity) {
            String line = "(?m)^\\s*(?:%1$s[^\\n]* 様|Dear %1$s[^\\n]*,)\\s*$";
            left = left.replaceAll(line.formatted(Pattern.quote(word)), "");
        }
        return left;
    }

    /** No customer reads the name of another one. */
    private static void nobodyElse(SoftAssertions is, SentLetter letter) {
        CUSTOMERS.forEach(
                (address, name) -> {
                    if (!letter.to().equals(address)) {
                        is.assertThat(letter.text()).as("%s", letter).doesNotContain(name);
                    }
                });
    }

    private void linksStayHere(SoftAssertions is, SentLetter letter) {
        Matcher links = LINK.matcher(letter.text() + "\n" + letter.html());
        while (links.find()) {
            is.assertThat(links.group()).as("a link of %s", letter).startsWith(origin.toString());
        }
    }

    /** Text equals HTML: each line of the text stands in the other form. */
    private static void wordsAreTheSame(SoftAssertions is, SentLetter letter) {
        String html = squeezed(letter.htmlWords());
        for (String line : letter.text().split("\\R")) {
            String words = squeezed(line.replaceFirst("^[-・*■\\s]+", ""));
            is.assertThat(html).as("html of %s", letter).contains(words);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s:：\\-・=–—*]+", "");
    }
}
