package org.hikeshi.policy;

/**
 * A point of a standard that a policy file does not cover, in a sentence of both languages. No file
 * conforms by having none: this looks at what the file says, not at what the vendor does.
 */
public record Gap(String standard, String ja, String en) {
    public String sentence(Language language) {
        return standard + ": " + language.say(ja, en);
    }
}
