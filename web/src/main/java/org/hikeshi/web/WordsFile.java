package org.hikeshi.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads and checks the words files of the class path. */
final class WordsFile {

    static final String NAME = "META-INF/hikeshi/words.properties";

    private static final Pattern JAPANESE =
            Pattern.compile(
                    "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}\\u3000-\\u303f\\uff01-\\uff5e]");

    private WordsFile() {}

    static Words all() {
        Map<String, Map<Language, String>> sentences = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try {
            for (URL file : Collections.list(loader().getResources(NAME))) {
                try (Reader text =
                        new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    read(text, sentences, faults);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("words cannot be read", unreadable);
        }
        return checked(sentences, faults);
    }

    static Words of(Reader text) throws IOException {
        Map<String, Map<Language, String>> sentences = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        read(text, sentences, faults);
        return checked(sentences, faults);
    }

    private static Words checked(
            Map<String, Map<Language, String>> sentences, List<String> faults) {
        sentences.forEach((key, both) -> check(key, both, faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("words: " + String.join("; ", faults));
        }
        return new Words(sentences);
    }

    private static void read(
            Reader text, Map<String, Map<Language, String>> sentences, List<String> faults)
            throws IOException {
        Properties lines = new OnceOnly(faults);
        lines.load(text);
        lines.forEach(
                (name, sentence) -> {
                    String full = name.toString();
                    int dot = full.lastIndexOf('.');
                    var language = Language.of(full.substring(dot + 1));
                    if (dot < 1 || language.isEmpty()) {
                        faults.add(full + " ends neither in .ja nor in .en");
                    } else if (sentences
                                    .computeIfAbsent(
                                            full.substring(0, dot),
                                            key -> new EnumMap<>(Language.class))
                                    .put(language.get(), sentence.toString())
                            != null) {
                        faults.add(full + " is written in two files");
                    }
                });
    }

    private static void check(String key, Map<Language, String> both, List<String> faults) {
        String ja = both.getOrDefault(Language.JA, "");
        String en = both.getOrDefault(Language.EN, "");
        if (ja.isBlank() || en.isBlank()) {
            faults.add(key + " is not written in both languages");
        }
        if (JAPANESE.matcher(en).find()) {
            faults.add(key + ".en holds Japanese");
        }
        if (!Words.placeholders(ja).equals(Words.placeholders(en))) {
            faults.add(key + " takes other arguments in the other language");
        }
    }

    private static ClassLoader loader() {
        ClassLoader mine = Thread.currentThread().getContextClassLoader();
        return mine == null ? WordsFile.class.getClassLoader() : mine;
    }

    /* Properties silently keep the last of two equal keys; the first author deserves to know. */
    private static final class OnceOnly extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient List<String> faults;

        OnceOnly(List<String> faults) {
            this.faults = faults;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null) {
                faults.add(key + " is written twice");
            }
            return before;
        }
    }
}
