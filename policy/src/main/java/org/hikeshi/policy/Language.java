package org.hikeshi.policy;

import java.util.Locale;

/** The languages Hikeshi speaks; {@link #code()} is the BCP 47 tag. */
public enum Language {
    JA,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** One of two sentences, so that no caller forgets a language. */
    String say(String ja, String en) {
        return switch (this) {
            case JA -> ja;
            case EN -> en;
        };
    }
}
