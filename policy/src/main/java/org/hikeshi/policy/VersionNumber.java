package org.hikeshi.policy;

/** The number of a policy version, such as {@code 1.0}; safe in a URL path. */
public record VersionNumber(String number) {
    static final String PATTERN = "^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$";

    public VersionNumber {
        if (!number.matches(PATTERN)) {
            throw new IllegalArgumentException("not a version number: " + number);
        }
    }

    @Override
    public String toString() {
        return number;
    }
}
