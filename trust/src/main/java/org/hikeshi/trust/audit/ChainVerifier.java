package org.hikeshi.trust.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Judges one service's record: give it the checkpoints, then every row (chained ones in the order
 * of their sequence, then the others), then ask. It rests on nothing but public keys and exported
 * checkpoints; what the database says about itself is only compared. Rows are not kept, so a record
 * of any length can be judged. For one thread.
 */
public final class ChainVerifier {
    private final String service;
    private final List<Finding> findings = new ArrayList<>();
    private final CheckpointJudge judge;
    private final TreeMap<Long, Hash> signed = new TreeMap<>();
    private long rows;
    private long last;
    private Hash lastHash = Hash.NONE;
    private long erased;
    private long unsealed;
    private @Nullable Instant oldestUnsealed;

    /**
     * @param exported what left the database, in the order of the file; without it a cut tail
     *     cannot be found
     * @param kept the database's own, in the order of their numbers
     */
    public ChainVerifier(
            String service, KeyDirectory keys, List<Checkpoint> exported, List<Checkpoint> kept) {
        this.service = service;
        this.judge = new CheckpointJudge(service, keys, findings);
        judge.compare(exported, kept);
        judge.sound().forEach(one -> signed.putIfAbsent(one.sequence(), one.chainHash()));
    }

    /** A line of the export, counted from 1, that is no checkpoint. */
    public void unreadable(long line) {
        find(Kind.CHECKPOINT_UNREADABLE, line);
    }

    public void row(AuditRow row) {
        if (!row.computedContent().equals(row.contentHash())) {
            find(Kind.CONTENT_CHANGED, row.sequence());
        }
        if (row.detailChanged()) {
            find(Kind.DETAIL_CHANGED, row.sequence());
        }
        if (row.detailErased()) {
            erased++;
        }
        Hash chainHash = row.chainHash();
        if (row.sequence() == 0 || chainHash == null) {
            loose(row);
        } else if (row.sequence() <= last) {
            find(Kind.ROW_REPEATED, row.sequence());
        } else {
            chained(row, chainHash);
        }
    }

    private void loose(AuditRow row) {
        if (row.sequence() != 0 || row.chainHash() != null) {
            find(Kind.HALF_SEALED, row.sequence());
        }
        unsealed++;
        if (oldestUnsealed == null || row.at().isBefore(oldestUnsealed)) {
            oldestUnsealed = row.at();
        }
    }

    private void chained(AuditRow row, Hash chainHash) {
        if (row.sequence() != last + 1) {
            find(Kind.ROW_MISSING, last + 1);
        }
        if (!AuditChain.link(service, row.sequence(), lastHash, row.contentHash())
                .equals(chainHash)) {
            find(Kind.CHAIN_BROKEN, row.sequence());
        }
        Hash promised = signed.get(row.sequence());
        if (promised != null && !promised.equals(chainHash)) {
            find(Kind.REBUILT, row.sequence());
        }
        rows++;
        last = row.sequence();
        lastHash = chainHash;
    }

    /** What came of it, after the last row. */
    public Verified end() {
        Map.Entry<Long, Hash> furthest = signed.lastEntry();
        if (furthest != null && furthest.getKey() > last) {
            find(Kind.CUT_OFF, last + 1);
        }
        Checkpoint newest = judge.newest();
        return new Verified(
                service,
                rows,
                last,
                judge.exported(),
                newest == null ? 0 : newest.sequence(),
                newest == null ? null : newest.at(),
                judge.notExported(),
                erased,
                unsealed,
                oldestUnsealed,
                findings);
    }

    private void find(Kind kind, long place) {
        findings.add(new Finding(service, kind, place));
    }
}
