package org.hikeshi.policy;

/**
 * The number of the clause that makes a promise, such as {@code 5.1} or {@code E5.1-first}. Within
 * a file no two promises share one: a kept or missed promise is reported by it.
 */
public record Clause(String id) {
    static final String PATTERN = "^[0-9A-Za-z][0-9A-Za-z.-]{0,29}$";

    public Clause {
        if (!id.matches(PATTERN)) {
            throw new IllegalArgumentException("not a clause: " + id);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
