package org.hikeshi.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends signed rows in order and says which the broker has. After a failure the producer is thrown
 * away with all it holds: what was not acknowledged is read from the ledger again, and a broker
 * that was emptied must not see the sequence numbers of an older life.
 */
final class Sender implements AutoCloseable {

    /**
     * What became of a batch.
     *
     * @param acknowledged rows that the broker has and of whose key no earlier row is missing
     * @param failure why others are missing; null if none is
     */
    record Result(List<LedgerRow> acknowledged, @Nullable Exception failure) {}

    private final KafkaClients clients;
    private final String source;
    private @Nullable Producer<byte[], byte[]> producer;

    Sender(KafkaClients clients, String source) {
        this.clients = clients;
        this.source = source;
    }

    /** Sends and waits until every row is acknowledged or has failed. */
    Result send(List<LedgerRow> rows) {
        AtomicReferenceArray<@Nullable Exception> failures =
                new AtomicReferenceArray<>(rows.size());
        Producer<byte[], byte[]> open = open();
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            try {
                open.send(
                        rows.get(i).onTheWire(source),
                        (metadata, failure) -> failures.set(index, failure));
            } catch (KafkaException e) {
                // Not even taken into the buffer: nothing behind it may overtake it.
                for (int behind = i; behind < rows.size(); behind++) {
                    failures.set(behind, e);
                }
                break;
            }
        }
        open.flush();
        return result(rows, failures);
    }

    private Result result(
            List<LedgerRow> rows, AtomicReferenceArray<@Nullable Exception> failures) {
        List<LedgerRow> acknowledged = new ArrayList<>(rows.size());
        Set<String> broken = new HashSet<>();
        Exception first = null;
        for (int i = 0; i < rows.size(); i++) {
            Exception failure = failures.get(i);
            String key = rows.get(i).event().key();
            if (failure != null) {
                first = first == null ? failure : first;
                broken.add(key);
            } else if (!broken.contains(key)) {
                acknowledged.add(rows.get(i));
            }
        }
        if (first != null) {
            close();
        }
        return new Result(acknowledged, first);
    }

    private Producer<byte[], byte[]> open() {
        if (producer == null) {
            producer = clients.producer();
        }
        return producer;
    }

    /** Forgets the producer; the next batch gets a new one. */
    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
