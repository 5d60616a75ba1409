package org.hikeshi.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The two languages in which Hikeshi speaks. */
public enum Language {
    JA("日本語"),
    EN("English");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** BCP 47 tag: {@code ja} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == JA ? EN : JA;
    }

    public Locale locale() {
        return this == JA ? Locale.JAPAN : Locale.UK;
    }

    /** A day with its weekday: 「2031年3月31日(月)」, "Mon 31 Mar 2031". */
    public String day(LocalDate day) {
        return switch (this) {
            case JA -> DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE).format(day);
            case EN -> DateTimeFormatter.ofPattern("E d MMM uuuu", Locale.ENGLISH).format(day);
        };
    }

    /** Reads {@code ja} or {@code en}, in any case; empty for anything else. */
    public static Optional<Language> of(String tag) {
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "ja" -> Optional.of(JA);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /**
     * The language an {@code Accept-Language} header likes best (RFC 9110 §12.5.4), if it is one of
     * ours.
     */
    public static Optional<Language> accepted(String header) {
        if (header.length() > 500) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
                    .map(range -> of(List.of(range.getRange().split("-", 2)).getFirst()))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
