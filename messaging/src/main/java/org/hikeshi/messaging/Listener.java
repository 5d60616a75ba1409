package org.hikeshi.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The poll thread. It hands each record to the lane of its key, commits what is done without a gap,
 * holds back a partition whose lanes are full, reads a partition again from its start when its
 * topic was made anew, and gives partitions up when they are taken away.
 */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long COMMIT_NANOS = 100_000_000;
    private static final int FULL_RECORDS = 1_000;
    private static final long FULL_BYTES = 2L << 20;
    private static final int TURN = 64;

    private final KafkaClients clients;
    private final String group;
    private final Topics topics;
    private final Set<String> types;
    private final Hearing hearing;
    private final Counts counts;
    private final Shares shares = new Shares();
    private final Set<TopicPartition> heldBack = new HashSet<>();
    private long committedAt;
    private volatile boolean closing;
    private volatile @Nullable String trouble = "not connected yet";
    private @Nullable Thread thread;

    Listener(
            Messaging.Surroundings world,
            Topics topics,
            Set<String> types,
            Hearing hearing,
            Counts counts) {
        this.clients = world.clients();
        this.group = world.identity().service();
        this.topics = topics;
        this.types = types;
        this.hearing = hearing;
        this.counts = counts;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("listener-" + group).start(this::run);
        }
    }

    /** Why nothing can be heard, in one line; empty if it can. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Records taken from the broker whose lane is not done with them. */
    int waiting() {
        return shares.waiting();
    }

    private void run() {
        while (!closing) {
            try {
                if (!topics.ready()) {
                    Thread.sleep(POLL);
                    continue;
                }
                listen();
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException e) {
                trouble = Failure.describe(e);
                LOG.warn("listener {} starts again: {}", group, trouble);
                shares.lose(shares.partitions());
            }
        }
    }

    private void listen() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = clients.consumer(group)) {
            heldBack.clear();
            consumer.subscribe(topics.names(), new Rebalance(consumer));
            while (!closing) {
                consumer.poll(POLL).forEach(this::take);
                consumer.assignment().forEach(partition -> look(consumer, partition));
                commit(consumer);
            }
            giveUp(consumer, shares.partitions());
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Share share =
                shares.of(new TopicPartition(record.topic(), record.partition()), record.offset());
        if (!isHeard(record)) {
            share.pass(record.offset());
            counts.skipped().increment();
            return;
        }
        RawRecord raw = RawRecord.of(record);
        if (share.offer(raw)) {
            Thread.ofVirtual().name("lane").start(() -> runLane(share, raw.keyText()));
        }
    }

    /** Types nobody here hears pass by; a record without a type is for the door to judge. */
    private boolean isHeard(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(Headers.TYPE);
        return header == null
                || header.value() == null
                || types.contains(new String(header.value(), UTF_8));
    }

    private void runLane(Share share, String key) {
        try {
            for (List<Share.Heard> next = share.take(key, TURN);
                    !next.isEmpty();
                    next = share.take(key, TURN)) {
                hearing.hear(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        Optional<String> id = topics.idOf(partition.topic());
        if (id.isPresent() && shares.isMadeAnew(partition, id.get())) {
            consumer.seekToBeginning(List.of(partition));
            counts.rewound().increment();
            LOG.warn("{} was made anew: reading from its start", partition);
        }
        shares.find(partition).ifPresent(share -> holdBack(consumer, partition, share));
    }

    private void holdBack(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, Share share) {
        int records = share.records();
        long bytes = share.bytes();
        if (records > FULL_RECORDS || bytes > FULL_BYTES) {
            if (heldBack.add(partition)) {
                consumer.pause(List.of(partition));
            }
        } else if (records <= FULL_RECORDS / 2 && bytes <= FULL_BYTES / 2) {
            if (heldBack.remove(partition)) {
                consumer.resume(List.of(partition));
            }
        }
    }

    private void commit(Consumer<byte[], byte[]> consumer) {
        if (System.nanoTime() - committedAt < COMMIT_NANOS) {
            return;
        }
        committedAt = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> offsets = shares.toCommit(shares.partitions());
        if (offsets.isEmpty()) {
            trouble = null;
            return;
        }
        consumer.commitAsync(
                offsets,
                (ignored, failure) -> {
                    trouble = failure == null ? null : "offsets: " + Failure.describe(failure);
                    if (failure != null) {
                        shares.commitAgain();
                    }
                });
    }

    private void giveUp(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions)
            throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = shares.giveUp(partitions);
        heldBack.removeAll(partitions);
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets, Duration.ofSeconds(3));
        }
    }

    /** Ends after the running transactions; what waits in the lanes is heard again by the next. */
    @Override
    public void close() {
        closing = true;
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Comings and goings of partitions. Called inside poll, on the poll thread. */
    private final class Rebalance implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        Rebalance(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.committed(Set.copyOf(partitions))
                    .forEach(
                            (partition, committed) -> {
                                if (committed != null) {
                                    shares.assigned(partition, committed);
                                }
                            });
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                giveUp(consumer, partitions);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.info("offsets not committed on the way out: {}", Failure.describe(e));
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            shares.lose(partitions);
            heldBack.removeAll(partitions);
        }
    }
}
