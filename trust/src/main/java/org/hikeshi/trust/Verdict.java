package org.hikeshi.trust;

/** What the key directory says about a signature. Everything but {@link #VALID} is a forgery. */
public enum Verdict {
    VALID,
    /** No such key id in the directory. */
    UNKNOWN_KEY,
    /** The key belongs to another service than the one that is said to speak. */
    WRONG_SERVICE,
    /** The thing says it is of a time at which the key was not yet or no more in use. */
    OUT_OF_TIME,
    /** The thing says it is of a time at which the key was already in wrong hands. */
    COMPROMISED,
    /** The signature is not one of these bytes by this key. */
    BAD_SIGNATURE;

    public boolean isValid() {
        return this == VALID;
    }
}
