package org.hikeshi.trust.audit;

import java.time.Instant;
import org.hikeshi.trust.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * One act on record as it lies in a database or in an export.
 *
 * @param sequence its place in the chain, from 1 without gaps; 0 while it is not yet chained
 * @param at to the microsecond
 * @param detailHash SHA-256 of the sealed detail as it was written; of no bytes if there was none
 * @param contentHash {@link AuditEntry#contentHash}
 * @param chainHash {@link AuditChain#link}; null while it is not yet chained
 * @param foundDetail SHA-256 of the sealed detail that is there now; null if there is none
 */
public record AuditRow(
        long sequence,
        String actor,
        String action,
        String subject,
        Instant at,
        Hash detailHash,
        Hash contentHash,
        @Nullable Hash chainHash,
        @Nullable Hash foundDetail) {
    private static final Hash NO_DETAIL = Hash.over(new byte[0]);

    /** The content hash that actor, action, subject, time and detail hash give. */
    public Hash computedContent() {
        return Hash.of(AuditEntry.contentHash(actor, action, subject, at, detailHash.bytes()));
    }

    boolean detailChanged() {
        return foundDetail != null && !foundDetail.equals(detailHash);
    }

    boolean detailMissing() {
        return foundDetail == null && !detailHash.equals(NO_DETAIL);
    }
}
