package org.hikeshi.trust.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The checkpoints by which a record is judged.
 *
 * @param exported what left the database, in any order, also more than once; without it a cut tail
 *     cannot be found
 * @param unreadable lines of the export, counted from 1, that are no checkpoint
 * @param kept the database's own, given in any order, also more than once: a copy of them may come
 *     from a collector of logs too; held by number, the same one once
 * @param live whether the rows are read from the database after {@code exported} was: then all of
 *     it is about them. Of rows that were exported some time ago, later checkpoints say nothing.
 */
public record Checkpoints(
        List<Checkpoint> exported, List<Long> unreadable, List<Checkpoint> kept, boolean live) {
    public Checkpoints {
        exported = List.copyOf(exported);
        unreadable = List.copyOf(unreadable);
        kept = ordered(kept);
    }

    /** For rows that are read now. */
    public static Checkpoints now(CheckpointFile.Content exported, List<Checkpoint> kept) {
        return new Checkpoints(exported.checkpoints(), exported.unreadable(), kept, true);
    }

    /** For rows that were exported together with the database's own checkpoints of then. */
    public static Checkpoints then(CheckpointFile.Content exported, List<Checkpoint> kept) {
        return new Checkpoints(exported.checkpoints(), exported.unreadable(), kept, false);
    }

    /** Exported ones by number, the same one once. */
    List<Checkpoint> inOrder() {
        return ordered(exported);
    }

    private static List<Checkpoint> ordered(Collection<Checkpoint> any) {
        return new LinkedHashSet<>(any)
                .stream().sorted(Comparator.comparingLong(Checkpoint::number)).toList();
    }

    /**
     * Whether it was signed after the rows were exported. Whoever cuts an export back together with
     * its checkpoints must also say that it was made earlier, which the answer then repeats.
     */
    boolean isLater(Checkpoint one, Instant asOf, Patience patience) {
        long newest = kept.isEmpty() ? 0 : kept.getLast().number();
        return !live && one.number() > newest && !patience.isLongBefore(one.at(), asOf);
    }
}
