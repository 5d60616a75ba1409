package org.hikeshi.trust;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One public key of the directory: whose it is and when its signatures count.
 *
 * @param kid lower-case letters, digits and hyphens, at most 64; also the name of its file
 * @param service who signs with it
 * @param from first instant at which a signature counts
 * @param until first instant at which it counts no more; null while in use
 * @param compromisedSince from here on nothing it signed counts; null if never
 */
public record KeyEntry(
        String kid,
        String service,
        PublicKey32 publicKey,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant compromisedSince) {

    /** How the id of a key begins that was made for a trial; a deployed workspace refuses it. */
    public static final String TRIAL = "trial-";

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    public KeyEntry {
        requireKid(kid);
        requireService(service);
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("until lies before from");
        }
    }

    /** What a signature by this key, of a thing that says it is of {@code at}, is worth. */
    Verdict judge(String claimedService, Instant at, byte[] message, byte[] signature) {
        if (!service.equals(claimedService)) {
            return Verdict.WRONG_SERVICE;
        }
        if (compromisedSince != null && !at.isBefore(compromisedSince)) {
            return Verdict.COMPROMISED;
        }
        if (!covers(at)) {
            return Verdict.OUT_OF_TIME;
        }
        return publicKey.verifies(message, signature) ? Verdict.VALID : Verdict.BAD_SIGNATURE;
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /** The same key, its signatures counting only before {@code end}. */
    public KeyEntry retiredAt(Instant end) {
        return new KeyEntry(kid, service, publicKey, from, end, compromisedSince);
    }

    /** The same key, nothing it signed from {@code since} on counting. */
    public KeyEntry compromisedAt(Instant since) {
        return new KeyEntry(kid, service, publicKey, from, until, since);
    }

    static String requireKid(String kid) {
        if (!NAME.matcher(kid).matches()) {
            throw new IllegalArgumentException(
                    "a key id has 1 to 64 lower-case letters, digits and inner hyphens");
        }
        return kid;
    }

    static String requireService(String service) {
        if (!NAME.matcher(service).matches()) {
            throw new IllegalArgumentException(
                    "a service name has 1 to 64 lower-case letters, digits and inner hyphens");
        }
        return service;
    }
}
