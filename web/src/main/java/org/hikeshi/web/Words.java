package org.hikeshi.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every sentence of the interface in both languages.
 *
 * <p>Each module keeps its own in {@code META-INF/hikeshi/words.properties} (UTF-8), the two
 * languages of a key under each other: {@code report.title.ja=…}, {@code report.title.en=…}.
 * Arguments stand as <code>{0}</code>, <code>{1}</code>. {@link WordsFile} refuses a key that lacks
 * a language, uses other arguments in the other language, or leaves Japanese in its English, so a
 * service with such a file does not start.
 */
public final class Words {

    private final Map<String, Map<Language, String>> sentences;

    Words(Map<String, Map<Language, String>> sentences) {
        this.sentences = Map.copyOf(sentences);
    }

    /** The words of all modules on the class path, checked. */
    public static Words ofClassPath() {
        return WordsFile.all();
    }

    /**
     * @throws IllegalArgumentException if nobody wrote that key
     */
    public String say(Language language, String key, Object... arguments) {
        Map<Language, String> both = sentences.get(key);
        if (both == null) {
            throw new IllegalArgumentException("no words for key " + key);
        }
        return fill(both.getOrDefault(language, key), arguments);
    }

    public boolean knows(String key) {
        return sentences.containsKey(key);
    }

    public Set<String> keys() {
        return sentences.keySet();
    }

    /** Words of this map over those of {@code this}: for tests and for names a policy changes. */
    public Words with(String key, Map<Language, String> both) {
        Map<String, Map<Language, String>> more = new LinkedHashMap<>(sentences);
        more.put(key, Map.copyOf(both));
        return new Words(more);
    }

    /* Not MessageFormat: an apostrophe is an apostrophe here, and a number is not regrouped. */
    private static String fill(String sentence, Object[] arguments) {
        StringBuilder filled = new StringBuilder(sentence.length() + 32);
        for (int at = 0; at < sentence.length(); at++) {
            int number = placeholderAt(sentence, at);
            if (number >= 0 && number < arguments.length) {
                filled.append(arguments[number]);
                at += 2;
            } else {
                filled.append(sentence.charAt(at));
            }
        }
        return filled.toString();
    }

    static Set<Integer> placeholders(String sentence) {
        return java.util.stream.IntStream.range(0, sentence.length())
                .map(at -> placeholderAt(sentence, at))
                .filter(number -> number >= 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int placeholderAt(String sentence, int at) {
        boolean fits =
                at + 2 < sentence.length()
                        && sentence.charAt(at) == '{'
                        && sentence.charAt(at + 2) == '}';
        return fits ? Character.digit(sentence.charAt(at + 1), 10) : -1;
    }
}
