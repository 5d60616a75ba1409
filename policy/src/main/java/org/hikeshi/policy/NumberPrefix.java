package org.hikeshi.policy;

/**
 * What the public numbers of this company's advisories and notices begin with, such as {@code EX}
 * in {@code EX-SA-2026-7K3M}. Safe in a URL path, and short enough for the telephone.
 */
public record NumberPrefix(String letters) {
    static final String PATTERN = "^[A-Z][A-Z0-9]{1,9}$";

    public NumberPrefix {
        if (!letters.matches(PATTERN)) {
            throw new IllegalArgumentException("not a prefix: " + letters);
        }
    }

    @Override
    public String toString() {
        return letters;
    }
}
