package org.hikeshi.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words of the public page for the model's names, in both languages. */
final class Labels {
    private static final Map<Language, Properties> WORDS = new EnumMap<>(Language.class);

    /** Families whose type name says less than the key's. */
    private static final Map<Class<?>, String> FAMILIES =
            Map.of(
                    ClockName.class, "clock",
                    ScopeKind.class, "scope",
                    SourceName.class, "source",
                    FactorName.class, "factor",
                    GateName.class, "gate",
                    RemedyKind.class, "remedy");

    static {
        for (Language language : Language.values()) {
            WORDS.put(language, read("labels." + language.code() + ".properties"));
        }
    }

    private Labels() {}

    static String of(Enum<?> name, Language language) {
        Class<?> type = name.getDeclaringClass();
        String family = FAMILIES.getOrDefault(type, kebab(type.getSimpleName()));
        return text(family + "." + Words.written(name), language);
    }

    static String text(String key, Language language, String... arguments) {
        Properties words = java.util.Objects.requireNonNull(WORDS.get(language));
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no " + language.code() + " words for " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i]);
        }
        return text;
    }

    static String joined(Iterable<String> items, Language language) {
        return String.join(text("list-separator", language), items);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Properties read(String resource) {
        Properties words = new Properties();
        try (InputStream in = Labels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
