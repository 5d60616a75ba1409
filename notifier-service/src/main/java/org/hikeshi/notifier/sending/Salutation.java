package org.hikeshi.notifier.sending;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name by which a reporter is greeted: whatever was typed as a name or handle, if it can only
 * be read as one. Anybody may report in anybody's name and with anybody's address, so it must not
 * become a message of its own, nor a link where a mail program makes links of words.
 */
final class Salutation {
    private static final int LONGEST = 60;

    /** What names and handles are made of; a dot only ends a word, as that of "Dr." does. */
    private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’_・=-]*\\.?";

    private static final Pattern NAME = Pattern.compile(WORD + "(?: " + WORD + "){0,4}");

    /** Japanese has no spaces: what is long, or goes back and forth like a sentence, is one. */
    private static final Pattern JAPANESE =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    private static final int LONGEST_JAPANESE = 20;
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "\\p{IsHan}[^ ]*\\p{IsHiragana}[^ ]*\\p{IsHan}"
                            + "|\\p{IsHan}[^ ]*\\p{IsHiragana}{4}");

    /** Ours would stand behind it. */
    private static final Pattern HONORIFIC = Pattern.compile("(?:様|さま|さん|殿|氏)$");

    /** A number to call. */
    private static final Pattern NUMBER = Pattern.compile("(?:\\p{N}.*){6}");

    private Salutation() {}

    /** As it may be written behind "Dear"; empty means that the neutral words are used. */
    static Optional<String> name(@Nullable String given) {
        if (given == null) {
            return Optional.empty();
        }
        String name =
                Normalizer.normalize(given, Normalizer.Form.NFC)
                        .replaceAll("\\p{Zs}+", " ")
                        .strip();
        return isName(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isName(String name) {
        int longest = JAPANESE.matcher(name).find() ? LONGEST_JAPANESE : LONGEST;
        return name.codePointCount(0, name.length()) <= longest
                && NAME.matcher(name).matches()
                && !SENTENCE.matcher(name).find()
                && !HONORIFIC.matcher(name).find()
                && !NUMBER.matcher(name).find();
    }
}
