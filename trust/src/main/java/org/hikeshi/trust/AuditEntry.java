package org.hikeshi.trust;

import java.time.Instant;
import java.util.Arrays;

/**
 * One act on record: who did what to which subject, when, and a sealed detail. Actor, action and
 * subject are ids and codes, never names or prose. The chain of the audit log (ADR 0104) is built
 * over {@link #contentHash}, which covers the sealed bytes and no plaintext, so that a detail can
 * be erased and the chain still holds.
 *
 * @param sealedDetail sealed bytes, empty if there is no detail
 */
public record AuditEntry(
        String actor, String action, String subject, Instant at, byte[] sealedDetail) {

    private static final String FIRST_WORD = "hikeshi-audit-v1";

    public AuditEntry {
        sealedDetail = sealedDetail.clone();
    }

    /** An act without detail. */
    public static AuditEntry of(String actor, String action, String subject, Instant at) {
        return new AuditEntry(actor, action, subject, at, new byte[0]);
    }

    @Override
    public byte[] sealedDetail() {
        return sealedDetail.clone();
    }

    /** SHA-256 over all fields, the detail by its own hash. 32 bytes. */
    public byte[] contentHash() {
        return contentHash(actor, action, subject, at, detailHash());
    }

    /**
     * SHA-256 of the sealed detail, of no bytes if there is none. 32 bytes. Kept beside the row, so
     * that the rest stays provable when the detail is gone.
     */
    public byte[] detailHash() {
        return Sha256.of(sealedDetail);
    }

    /**
     * The content hash of an act whose detail is known by its hash only: SHA-256 over the word
     * {@code hikeshi-audit-v1}, actor, action, subject, the time as ISO 8601 in UTC with as many
     * groups of three decimals as it needs ({@link Instant#toString}), and the detail's hash, each
     * with its length before it.
     */
    public static byte[] contentHash(
            String actor, String action, String subject, Instant at, byte[] detailHash) {
        return Sha256.of(
                new LengthPrefixed()
                        .add(FIRST_WORD)
                        .add(actor)
                        .add(action)
                        .add(subject)
                        .add(at.toString())
                        .add(detailHash)
                        .bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditEntry entry
                && Arrays.equals(contentHash(), entry.contentHash());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(contentHash());
    }
}
