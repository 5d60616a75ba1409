package org.hikeshi.policy;

import java.time.LocalDate;

/** A national holiday with its name in both languages. */
public record Holiday(LocalDate date, String ja, String en) {
    public String name(Language language) {
        return language.say(ja, en);
    }
}
