package org.hikeshi.messaging;

import org.hikeshi.trust.Verdict;

/**
 * The service's key is not one whose signature would count now: before or after its time, marked as
 * compromised, or no longer listed. Acts are chained on and not signed until it has another.
 */
final class UnfitKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitKeyException(Verdict verdict) {
        super("the record is not signed, for this service's key " + says(verdict));
    }

    private static String says(Verdict verdict) {
        return switch (verdict) {
            case OUT_OF_TIME -> "is before or after its time";
            case COMPROMISED -> "is marked as compromised";
            case UNKNOWN_KEY -> "is not in the key directory";
            case WRONG_SERVICE -> "is another service's";
            case VALID, BAD_SIGNATURE -> "is not the one of the key directory";
        };
    }
}
