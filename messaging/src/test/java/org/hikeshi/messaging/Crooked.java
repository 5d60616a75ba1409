package org.hikeshi.messaging;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The designs we do not have. Each must be convicted by the judge under the fault it does not bear.
 */
final class Crooked {
    private Crooked() {}

    /** Commits to the database, then tells the broker: the second write can go missing. */
    static final class DualWrite {
        private final JdbcTransactions transactions;
        private final Producer<byte[], byte[]> producer;
        private final House house;

        DualWrite(House house, DataSource source) {
            this.house = house;
            this.transactions = new JdbcTransactions(source);
            this.producer = house.clients().producer();
        }

        void say(String key, int n, Runnable between) {
            OutgoingEvent event = House.event(key, n);
            transactions.doInTransaction(c -> House.noteSaid(c, event, n));
            between.run();
            producer.send(record(house, event));
            producer.flush();
        }
    }

    /** Reads the ledger by "greater than the last position" and so passes by what commits late. */
    static final class CursorRelay {
        private final House house;
        private final DataSource source;
        private final Producer<byte[], byte[]> producer;
        private long last;

        CursorRelay(House house, DataSource source) {
            this.house = house;
            this.source = source;
            this.producer = house.clients().producer();
        }

        int cycle() throws Exception {
            List<OutgoingEvent> rows = new ArrayList<>();
            try (Connection c = source.getConnection();
                    var select =
                            c.prepareStatement(
                                    "SELECT position, id, key, time, value FROM ledger WHERE"
                                            + " position > ? ORDER BY position")) {
                select.setLong(1, last);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        last = row.getLong(1);
                        rows.add(
                                new OutgoingEvent(
                                        row.getObject(2, UUID.class),
                                        House.TYPE,
                                        row.getString(3),
                                        "s",
                                        row.getTimestamp(4).toInstant(),
                                        UUID.randomUUID(),
                                        null,
                                        row.getBytes(5)));
                    }
                }
            }
            rows.forEach(event -> producer.send(record(house, event)));
            producer.flush();
            return rows.size();
        }
    }

    /** A record as the relay of the house's teller would send it. */
    static ProducerRecord<byte[], byte[]> record(House house, OutgoingEvent event) {
        return record(house, House.TELLER, House.TELLER + "-1", event);
    }

    static ProducerRecord<byte[], byte[]> record(
            House house, String service, String kid, OutgoingEvent event) {
        LedgerRow row = new LedgerRow(0, house.topic, event, null, null);
        byte[] signature = house.keys.identity(service, kid).sign(row.toSign(service, kid));
        return row.signed(kid, signature).onTheWire(service);
    }

    /** A record with a signature of nobody. */
    static ProducerRecord<byte[], byte[]> forged(House house, OutgoingEvent event) {
        ProducerRecord<byte[], byte[]> record = record(house, event);
        record.headers().remove(Headers.SIGNATURE);
        record.headers().add(Headers.SIGNATURE, Base64.getEncoder().encode(new byte[64]));
        return record;
    }

    /**
     * Hears without inbox, without looking at signatures; what fails is logged and skipped. Commits
     * its offsets after each poll.
     */
    static final class Hearer implements AutoCloseable {
        private final Thread thread;
        final AtomicInteger heard = new AtomicInteger();
        private volatile boolean closing;

        Hearer(House house, DataSource source, EventHandler handler, boolean commits) {
            thread =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try (var consumer = house.clients().consumer("crooked")) {
                                            consumer.subscribe(List.of(house.topic));
                                            while (!closing) {
                                                for (var record :
                                                        consumer.poll(Duration.ofMillis(50))) {
                                                    hear(source, handler, record);
                                                }
                                                if (commits) {
                                                    consumer.commitSync();
                                                }
                                            }
                                        }
                                    });
        }

        private void hear(
                DataSource source, EventHandler handler, ConsumerRecord<byte[], byte[]> record) {
            RawRecord raw = RawRecord.of(record);
            IncomingEvent event =
                    new IncomingEvent(
                            UUID.fromString(raw.header(Headers.ID)),
                            House.TYPE,
                            House.TELLER,
                            raw.keyText(),
                            "s",
                            java.time.Instant.EPOCH,
                            UUID.randomUUID(),
                            null,
                            record.value());
            try (Connection c = source.getConnection()) {
                handler.handle(c, event);
            } catch (Exception e) {
                // log and skip: the very thing
            }
            heard.incrementAndGet();
        }

        @Override
        public void close() throws InterruptedException {
            closing = true;
            thread.join();
        }
    }
}
