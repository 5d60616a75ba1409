package org.hikeshi.triage.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words meant for the reporter: {@code {ja, en}}, or one string that is told as it is in every
 * language. At most 20,000 characters each; what is missing in one language is told in the other.
 */
public record ToldText(@JsonValue Map<String, String> byLanguage) {
    private static final int LONGEST = 20_000;

    public ToldText {
        byLanguage = Map.copyOf(byLanguage);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ToldText of(Object given) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (given instanceof String same) {
            texts.put("ja", same.strip());
            texts.put("en", same.strip());
        } else if (given instanceof Map<?, ?> both) {
            both.forEach((language, text) -> texts.put(language(language), text(text)));
        } else {
            throw new IllegalArgumentException("a text or {ja, en}");
        }
        texts.values().removeIf(String::isEmpty);
        return new ToldText(texts);
    }

    /** Texts per language, from a form. */
    public static ToldText of(String ja, String en) {
        return of(Map.of("ja", ja, "en", en));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** Both languages. */
    public Map<String, String> complete() {
        String any = byLanguage.values().stream().findFirst().orElse("");
        return Map.of(
                "ja", byLanguage.getOrDefault("ja", any), "en", byLanguage.getOrDefault("en", any));
    }

    private static String language(Object given) {
        if (!"ja".equals(given) && !"en".equals(given)) {
            throw new IllegalArgumentException("a language is ja or en");
        }
        return (String) given;
    }

    private static String text(Object given) {
        if (!(given instanceof String text) || text.length() > LONGEST) {
            throw new IllegalArgumentException("a text of at most 20,000 characters");
        }
        return text.strip();
    }
}
