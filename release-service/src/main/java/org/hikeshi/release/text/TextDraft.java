package org.hikeshi.release.text;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What the office writes.
 *
 * @param urgency {@code at-once}, {@code soon} or {@code next-opportunity}
 * @param how {@code {"ja": …, "en": …}}: how to get it, both languages, up to 500 characters, no
 *     word that names a weakness
 */
@RegisterForReflection
public record TextDraft(@Nullable String urgency, @Nullable Map<String, String> how) {
    private static final int MOST_CHARACTERS = 500;
    private static final List<String> LANGUAGES = List.of("ja", "en");

    /** What is wrong with it, field by field. */
    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (urgency == null || Urgency.of(urgency).isEmpty()) {
            errors.add(FieldError.at("/urgency", "urgency"));
        }
        for (String given : how == null ? List.<String>of() : List.copyOf(how.keySet())) {
            if (!LANGUAGES.contains(given)) {
                errors.add(FieldError.at("/how/" + given, "unknown-field").accepting(LANGUAGES));
            }
        }
        for (String language : LANGUAGES) {
            String text = in(language);
            String pointer = "/how/" + language;
            if (text.isBlank()) {
                errors.add(FieldError.at(pointer, "missing"));
            } else if (text.length() > MOST_CHARACTERS) {
                errors.add(FieldError.at(pointer, "too-long", MOST_CHARACTERS));
            }
            Betrayal.in(text)
                    .ifPresent(word -> errors.add(FieldError.at(pointer, "names-weakness", word)));
        }
        return errors;
    }

    String in(String language) {
        String text = how == null ? null : how.get(language);
        return text == null ? "" : text;
    }

    Urgency known() {
        return Urgency.of(String.valueOf(urgency)).orElseThrow();
    }
}
