package org.hikeshi.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who speaks in this policy. */
public record Organisation(
        @Key(says = "The company's name, per language") Map<Language, String> name,
        @Key(says = "What the security desk is called, per language") Map<Language, String> desk,
        @Key(says = "The start page of the public site") Optional<String> website,
        @Key(says = "Beginning of the public numbers of advisories and notices, such as EX")
                Optional<NumberPrefix> prefix) {

    /** What a company gets whose name has no two Latin letters: {@code PS}, product security. */
    private static final NumberPrefix NEUTRAL = new NumberPrefix("PS");

    /** As the file says; else the first two letters of the English name. */
    public NumberPrefix numberPrefix() {
        return prefix.orElseGet(this::fromTheName);
    }

    private NumberPrefix fromTheName() {
        String letters =
                name.getOrDefault(Language.EN, "")
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z]", "");
        return letters.length() < 2 ? NEUTRAL : new NumberPrefix(letters.substring(0, 2));
    }
}
