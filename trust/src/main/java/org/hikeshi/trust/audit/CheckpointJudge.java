package org.hikeshi.trust.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.Verdict;
import org.hikeshi.trust.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Judges checkpoints: each by its key, each list by its links, the two lists by each other. */
final class CheckpointJudge {
    private final String service;
    private final KeyDirectory keys;
    private final List<Finding> findings;
    private final Patience patience;
    private final Set<Checkpoint> sound = new LinkedHashSet<>();
    private long exportedCount;
    private final Set<Finding> told = new HashSet<>();
    private long notExported;
    private @Nullable Instant waitingSince;
    private long later;

    CheckpointJudge(String service, KeyDirectory keys, List<Finding> findings, Patience patience) {
        this.service = service;
        this.keys = keys;
        this.findings = findings;
        this.patience = patience;
    }

    void compare(Checkpoints checkpoints, Instant asOf) {
        List<Checkpoint> exported = checkpoints.inOrder();
        exportedCount = exported.size();
        Set<Checkpoint> all = new LinkedHashSet<>(exported);
        all.addAll(checkpoints.kept());
        all.forEach(this::judge);
        links(exported);
        links(checkpoints.kept());
        Set<Checkpoint> after = new HashSet<>(exported);
        after.removeIf(one -> !checkpoints.isLater(one, asOf, patience));
        after.forEach(sound::remove);
        later = after.size();
        if (!exported.isEmpty()) {
            against(exported, checkpoints.kept(), after);
        }
    }

    private void judge(Checkpoint one) {
        if (!one.service().equals(service)) {
            find(Kind.CHECKPOINT_OF_ANOTHER, one);
            return;
        }
        Verdict verdict = one.judge(keys);
        switch (verdict) {
            case VALID -> sound.add(one);
            case UNKNOWN_KEY -> find(Kind.CHECKPOINT_UNKNOWN_KEY, one);
            case WRONG_SERVICE -> find(Kind.CHECKPOINT_OF_ANOTHER, one);
            case OUT_OF_TIME -> find(Kind.CHECKPOINT_KEY_OUT_OF_TIME, one);
            case COMPROMISED -> find(Kind.CHECKPOINT_KEY_COMPROMISED, one);
            case BAD_SIGNATURE -> find(Kind.CHECKPOINT_BAD_SIGNATURE, one);
        }
    }

    private void links(List<Checkpoint> list) {
        Checkpoint before = null;
        for (Checkpoint one : list) {
            if (!one.follows(before)) {
                find(Kind.CHECKPOINT_LINK_BROKEN, one);
            }
            if (before != null && patience.isLongBefore(one.at(), before.at())) {
                find(Kind.CHECKPOINT_BACK_IN_TIME, one);
            }
            before = one;
        }
    }

    private void against(List<Checkpoint> exported, List<Checkpoint> kept, Set<Checkpoint> after) {
        Map<Long, Checkpoint> inDatabase = byNumber(kept);
        Map<Long, Checkpoint> outside = byNumber(exported);
        long furthest = outside.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        for (Checkpoint one : outside.values()) {
            Checkpoint other = inDatabase.get(one.number());
            if (other == null && after.contains(one)) {
                continue;
            }
            if (other == null) {
                find(Kind.CHECKPOINT_NOT_IN_DATABASE, one);
            } else if (!other.equals(one)) {
                find(Kind.CHECKPOINT_DIFFERS, one);
            }
        }
        for (Checkpoint one : inDatabase.values()) {
            if (one.number() > furthest) {
                waits(one);
            } else if (!outside.containsKey(one.number())) {
                find(Kind.CHECKPOINT_NOT_IN_EXPORT, one);
            }
        }
    }

    private void waits(Checkpoint one) {
        notExported++;
        if (waitingSince == null || one.at().isBefore(waitingSince)) {
            waitingSince = one.at();
        }
    }

    private static Map<Long, Checkpoint> byNumber(List<Checkpoint> list) {
        Map<Long, Checkpoint> all = new HashMap<>();
        list.forEach(one -> all.putIfAbsent(one.number(), one));
        return all;
    }

    private void find(Kind kind, Checkpoint one) {
        Finding finding = new Finding(service, kind, one.number());
        if (told.add(finding)) {
            findings.add(finding);
        }
    }

    List<Checkpoint> sound() {
        return new ArrayList<>(sound);
    }

    @Nullable Checkpoint newest() {
        Checkpoint newest = null;
        for (Checkpoint one : sound) {
            if (newest == null || one.sequence() > newest.sequence()) {
                newest = one;
            }
        }
        return newest;
    }

    long exported() {
        return exportedCount;
    }

    long notExported() {
        return notExported;
    }

    /** When the oldest of those was signed; null if there is none. */
    @Nullable Instant waitingSince() {
        return waitingSince;
    }

    long later() {
        return later;
    }
}
