package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hikeshi.parts.Database;

/**
 * A prototype's measurements, run by hand: relay against a plain producer, lanes against bare
 * inserts.
 */
final class Throughput {
    private static final int VALUE = 1_000;

    private Throughput() {}

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int lanes = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        for (int round = 0; round < 3; round++) {
            double plain = plainProducer(events);
            double relay = relay(events);
            double again = plainProducer(events);
            System.out.printf(
                    "relay %.0f/s, plain %.0f and %.0f/s: ratio %.2f%n",
                    relay, plain, again, relay / ((plain + again) / 2));
        }
        for (int keysPer : new int[] {1, 10}) {
            for (int round = 0; round < 2; round++) {
                double bare = bareInserts(events / 2, lanes);
                double lane = lanes(events / 2, lanes, keysPer);
                double again = bareInserts(events / 2, lanes);
                System.out.printf(
                        "lanes (%d events per key) %.0f/s, bare %.0f and %.0f/s: ratio %.2f%n",
                        keysPer, lane, bare, again, lane / ((bare + again) / 2));
            }
        }
        System.exit(0);
    }

    static void fill(Database database, String topic, int events, int perKey) throws Exception {
        try (Connection c = House.connect(database);
                Statement s = c.createStatement()) {
            s.execute(
                    "INSERT INTO ledger_key SELECT 'key-' || i FROM generate_series(0, "
                            + events / perKey
                            + ") i");
            s.execute(
                    "INSERT INTO ledger (id, topic, key, type, subject, time, correlation_id,"
                            + " value) SELECT gen_random_uuid(), '"
                            + topic
                            + "', 'key-' || i / "
                            + perKey
                            + ", '"
                            + House.TYPE
                            + "', 's', now(), gen_random_uuid(), convert_to(rpad('{\"n\":' || i ||"
                            + " '}', "
                            + VALUE
                            + "), 'UTF8') FROM generate_series(0, "
                            + (events - 1)
                            + ") i");
        }
    }

    static double relay(int events) throws Exception {
        Database said = House.database("tp_said");
        try (House house = new House()) {
            fill(said, house.topic, events, 1);
            Messaging.Surroundings world = house.surroundings(House.TELLER, House.dataSource(said));
            Topics topics = new Topics(world.clients(), world.topics(), true, Clock.systemUTC());
            topics.look();
            Relay relay = new Relay(world, topics, Integer.getInteger("batch", 1000));
            long start = System.nanoTime();
            while (relay.cycle()) {}
            double seconds = (System.nanoTime() - start) / 1e9;
            if (relay.published() != events) {
                throw new IllegalStateException("published " + relay.published());
            }
            return events / seconds;
        }
    }

    static double plainProducer(int events) throws Exception {
        try (House house = new House()) {
            Topics.create(house.clients(), List.of(house.declaration()));
            byte[] value = new byte[VALUE];
            try (var producer = house.clients().producer()) {
                long start = System.nanoTime();
                for (int i = 0; i < events; i++) {
                    producer.send(
                            new ProducerRecord<>(house.topic, ("key-" + i).getBytes(), value));
                }
                producer.flush();
                return events / ((System.nanoTime() - start) / 1e9);
            }
        }
    }

    static double lanes(int events, int lanes, int perKey) throws Exception {
        Database said = House.database("tp_said");
        Database heard = House.database("tp_heard");
        try (House house = new House()) {
            fill(said, house.topic, events, perKey);
            Messaging.Surroundings teller =
                    house.surroundings(House.TELLER, House.dataSource(said));
            Topics topics = new Topics(teller.clients(), teller.topics(), true, Clock.systemUTC());
            topics.look();
            Relay relay = new Relay(teller, topics, 2000);
            while (relay.cycle()) {}
            EventHandler handler =
                    House.handler(
                            (c, e) -> {
                                try (var insert =
                                        c.prepareStatement(
                                                "INSERT INTO effect (id, key, n) VALUES (?, ?,"
                                                        + " 1)")) {
                                    insert.setObject(1, e.id());
                                    insert.setString(2, e.key());
                                    insert.executeUpdate();
                                }
                                return Outcome.handled();
                            });
            Messaging hearer =
                    new Messaging(
                            house.surroundings(House.HEARER, House.dataSource(heard), handler),
                            new Messaging.Settings(
                                    1000,
                                    lanes,
                                    Duration.ofMillis(200),
                                    House.QUICK,
                                    AuditSealer.Settings.DEFAULT));
            long start = System.nanoTime();
            hearer.start();
            long first = 0;
            while (hearer.counts().handled().sum() < events) {
                if (first == 0 && hearer.counts().handled().sum() > 0) {
                    first = System.nanoTime();
                }
                Thread.sleep(1);
            }
            double seconds = (System.nanoTime() - first) / 1e9;
            hearer.close();
            return events / seconds;
        }
    }

    static double bareInserts(int events, int clients) throws Exception {
        Database heard = House.database("tp_bare");
        DataSource source = House.dataSource(heard);
        AtomicInteger left = new AtomicInteger(events);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            work.add(
                    () -> {
                        try (Connection c = source.getConnection()) {
                            c.setAutoCommit(false);
                            while (left.getAndDecrement() > 0) {
                                try (var insert =
                                        c.prepareStatement(
                                                "INSERT INTO effect (id, key, n) VALUES (?, ?,"
                                                        + " 1)")) {
                                    insert.setObject(1, UUID.randomUUID());
                                    insert.setString(2, "key");
                                    insert.executeUpdate();
                                }
                                c.commit();
                            }
                        }
                        return null;
                    });
        }
        try (var pool = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            for (Future<Void> f : pool.invokeAll(work)) {
                f.get();
            }
            return events / ((System.nanoTime() - start) / 1e9);
        }
    }
}
