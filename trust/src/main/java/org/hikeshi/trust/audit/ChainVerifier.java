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
    private final Instant asOf;
    private final Patience patience;
    private final List<Finding> findings = new ArrayList<>();
    private final CheckpointJudge judge;
    private final TreeMap<Long, Checkpoint> signed = new TreeMap<>();
    private long rows;
    private long last;
    private Hash lastHash = Hash.NONE;
    private Instant latest = Instant.MIN;
    private long unsealed;
    private @Nullable Instant oldestOpen;
    private Verified.Late late = Verified.Late.NONE;

    /** Judges by the {@link Patience#DEFAULT}. */
    public ChainVerifier(String service, KeyDirectory keys, Checkpoints checkpoints, Instant asOf) {
        this(service, keys, checkpoints, asOf, Patience.DEFAULT);
    }

    /**
     * @param asOf when the rows were read or exported
     */
    public ChainVerifier(
            String service,
            KeyDirectory keys,
            Checkpoints checkpoints,
            Instant asOf,
            Patience patience) {
        this.service = service;
        this.asOf = asOf;
        this.patience = patience;
        this.judge = new CheckpointJudge(service, keys, findings, patience);
        judge.compare(checkpoints, asOf);
        judge.sound().forEach(one -> signed.putIfAbsent(one.sequence(), one));
        checkpoints.unreadable().forEach(line -> find(Kind.CHECKPOINT_UNREADABLE, line));
    }

    public void row(AuditRow row) {
        if (!row.computedContent().equals(row.contentHash())) {
            find(Kind.CONTENT_CHANGED, row.sequence());
        }
        if (row.detailChanged()) {
            find(Kind.DETAIL_CHANGED, row.sequence());
        }
        if (row.detailMissing()) {
            find(Kind.DETAIL_MISSING, row.sequence());
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
        timed(row, null);
        open(row);
    }

    private void open(AuditRow row) {
        if (oldestOpen == null || row.at().isBefore(oldestOpen)) {
            oldestOpen = row.at();
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
        Map.Entry<Long, Checkpoint> over = signed.ceilingEntry(row.sequence());
        if (over != null
                && over.getKey() == row.sequence()
                && !over.getValue().chainHash().equals(chainHash)) {
            find(Kind.REBUILT, row.sequence());
        }
        if (over == null) {
            open(row);
        }
        timed(row, over == null ? null : over.getValue());
        rows++;
        last = row.sequence();
        lastHash = chainHash;
    }

    /**
     * The order of the chain and the times of its checkpoints bear witness to the rows' own times.
     *
     * @param over the first checkpoint that covers the row, null if none does
     */
    private void timed(AuditRow row, @Nullable Checkpoint over) {
        if (patience.isLongBefore(over == null ? asOf : over.at(), row.at())) {
            find(Kind.AHEAD_OF_TIME, row.sequence());
            return; // and says nothing about the rows after it
        }
        if (row.sequence() > 0 && patience.isLongBefore(row.at(), latest)) {
            find(Kind.LATE_DATED, row.sequence());
        } else if (over != null
                && patience.isLongBefore(row.at(), over.at())
                && !patience.explains(row.at(), over.at())) {
            late = late.and(row.sequence());
        }
        latest = row.at().isAfter(latest) ? row.at() : latest;
    }

    /** What came of it, after the last row. */
    public Verified end() {
        Map.Entry<Long, Checkpoint> furthest = signed.lastEntry();
        if (furthest != null && furthest.getKey() > last) {
            find(Kind.CUT_OFF, last + 1);
        }
        Checkpoint newest = judge.newest();
        long covered = newest == null ? 0 : newest.sequence();
        return new Verified(
                service,
                asOf,
                rows,
                last,
                judge.exported(),
                covered,
                newest == null ? null : newest.at(),
                judge.notExported(),
                judge.later(),
                new Verified.Open(
                        unsealed, oldestOpen, overdue(last - covered + unsealed), notOutside()),
                late,
                findings);
    }

    private boolean overdue(long rowsOpen) {
        return rowsOpen > patience.most() || isTooOld(oldestOpen);
    }

    private @Nullable Instant notOutside() {
        Instant since = judge.waitingSince();
        return isTooOld(since) ? since : null;
    }

    private boolean isTooOld(@Nullable Instant waits) {
        return waits != null && waits.plus(patience.tail()).isBefore(asOf);
    }

    private void find(Kind kind, long place) {
        findings.add(new Finding(service, kind, place));
    }
}
