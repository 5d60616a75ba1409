package org.hikeshi.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions this replica holds. Every committed offset carries the id of the topic it counts
 * in: an offset of a topic that has been made anew since is worth nothing. Used by the poll thread;
 * others may only ask {@link #waiting}.
 */
final class Shares {
    private static final Logger LOG = LoggerFactory.getLogger(Shares.class);
    private static final long QUIET_MILLIS = 5_000;

    private final Map<TopicPartition, Share> held = new ConcurrentHashMap<>();
    private final Map<TopicPartition, String> countedIn = new HashMap<>();

    /** What was committed for a partition that has just come to us. */
    void assigned(TopicPartition partition, OffsetAndMetadata committed) {
        if (!committed.metadata().isEmpty()) {
            countedIn.put(partition, committed.metadata());
        }
    }

    /** The share that takes this offset; a new one if the log was cut and grows again. */
    Share of(TopicPartition partition, long offset) {
        Share share = held.computeIfAbsent(partition, p -> new Share());
        return offset > share.progress().last() ? share : anew(partition);
    }

    Optional<Share> find(TopicPartition partition) {
        return Optional.ofNullable(held.get(partition));
    }

    /**
     * Compares the topic id that the offsets of a partition count in with the one on the broker.
     *
     * @return true if the partition must be read again from its start
     */
    boolean isMadeAnew(TopicPartition partition, String idNow) {
        String known = countedIn.put(partition, idNow);
        if (known == null || known.equals(idNow)) {
            return false;
        }
        anew(partition);
        return true;
    }

    private Share anew(TopicPartition partition) {
        Share fresh = new Share();
        Share before = held.put(partition, fresh);
        if (before != null) {
            before.giveUp();
        }
        return fresh;
    }

    Set<TopicPartition> partitions() {
        return Set.copyOf(held.keySet());
    }

    /** What may be committed and was not yet. */
    Map<TopicPartition, OffsetAndMetadata> toCommit(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Share share = held.get(partition);
            String id = countedIn.get(partition);
            Long next = share == null || id == null ? null : share.toCommit();
            if (next != null && id != null) {
                offsets.put(partition, new OffsetAndMetadata(next, id));
            }
        }
        return offsets;
    }

    void commitAgain() {
        held.values().forEach(Share::commitAgain);
    }

    /**
     * Gives partitions up: drops what waits and lets what runs come to its end, for a while.
     *
     * @return the offsets to commit on the way out
     */
    Map<TopicPartition, OffsetAndMetadata> giveUp(Collection<TopicPartition> partitions)
            throws InterruptedException {
        partitions.forEach(partition -> find(partition).ifPresent(Share::giveUp));
        for (TopicPartition partition : partitions) {
            Share share = held.get(partition);
            if (share != null && !share.awaitQuiet(QUIET_MILLIS)) {
                LOG.info("{} given up while a lane still runs", partition);
            }
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = toCommit(partitions);
        lose(partitions);
        return offsets;
    }

    /** Others have them already: what runs may finish, nothing is committed. */
    void lose(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            find(partition).ifPresent(Share::giveUp);
            held.remove(partition);
            countedIn.remove(partition);
        }
    }

    /** Records taken from the broker whose lane is not done with them. */
    int waiting() {
        return held.values().stream().mapToInt(Share::records).sum();
    }
}
