package org.hikeshi.trust;

/** What a service makes of a token it was shown. */
public sealed interface TokenVerdict {

    /** The call comes from {@code service}; this token is spent now. */
    record Accepted(String service, String jti) implements TokenVerdict {}

    /** Answer 401. The reason is for the log; it quotes nothing of the token. */
    record Rejected(Reason reason) implements TokenVerdict {}

    /** Why a token was rejected. */
    enum Reason {
        MALFORMED,
        /**
         * Only {@code EdDSA} is spoken here: no {@code none}, no HMAC, whatever the header says.
         */
        WRONG_ALGORITHM,
        UNKNOWN_KEY,
        BAD_SIGNATURE,
        /** Signed by a key that was not in use or not the named service's own. */
        KEY_NOT_VALID,
        WRONG_AUDIENCE,
        /** Older than its life, issued in the future, or claiming a longer life than 60 seconds. */
        EXPIRED,
        /** Shown before. */
        REPLAYED
    }
}
