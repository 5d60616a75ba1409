package org.hikeshi.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.messaging.JdbcTransactions;
import org.hikeshi.messaging.KafkaClients;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.OutgoingEvent;
import org.hikeshi.messaging.TopicDeclaration;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.SigningKey;

/**
 * What the comparisons of the mechanism stand on: one database, one broker, one signing service.
 */
final class Ground implements AutoCloseable {
    static final String TYPE = "org.hikeshi.bench.v1";
    static final int CONCURRENCY = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HikariDataSource source;
    private final JdbcTransactions transactions;
    private final ServiceIdentity identity;

    Ground(String name) {
        Database database = PartsForTests.createDatabase(name);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(2 * CONCURRENCY + 2);
        source = new HikariDataSource(config);
        transactions = new JdbcTransactions(source);
        Flyway.configure().dataSource(source).locations("classpath:db/messaging").load().migrate();
        SigningKey key = SigningKey.generate("bench-1");
        KeyEntry entry =
                new KeyEntry("bench-1", "bench", key.publicKey(), Instant.EPOCH, null, null);
        identity = new ServiceIdentity("bench", key, KeyDirectory.of(List.of(entry)));
    }

    /** The one in which a ledger of this ground is written. */
    JdbcTransactions transactions() {
        return transactions;
    }

    HikariDataSource source() {
        return source;
    }

    /** A mechanism on a topic of its own; not started. */
    Messaging messaging(String topic, Collection<EventHandler> handlers) {
        return new Messaging(
                new Messaging.Surroundings(
                        identity,
                        transactions,
                        new JdbcTransactions(source),
                        new KafkaClients(PartsForTests.bootstrapServers(), Map.of()),
                        List.of(declaration(topic)),
                        true,
                        type -> Set.of("bench"),
                        handlers,
                        List.of(),
                        Clock.systemUTC()),
                Messaging.Settings.DEFAULT);
    }

    static TopicDeclaration declaration(String topic) {
        return new TopicDeclaration(topic, 12, Map.of("retention.ms", "-1"));
    }

    /** An event of about the size of a real one, on a key of its own. */
    static OutgoingEvent event() {
        UUID id = EventIds.next(Instant.now());
        byte[] value =
                ("{\"reportId\":\"" + id + "\",\"filler\":\"" + "x".repeat(200) + "\"}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new OutgoingEvent(
                id, TYPE, UUID.randomUUID().toString(), "R", Instant.now(), id, null, value);
    }

    /** One thing done by one thread. */
    interface Step {
        void run() throws Exception;
    }

    /** Does the step {@code count} times from {@link #CONCURRENCY} threads; per second. */
    static double perSecond(int count, Step step) throws Exception {
        AtomicInteger left = new AtomicInteger(count);
        CountDownLatch done = new CountDownLatch(CONCURRENCY);
        AtomicInteger failed = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONCURRENCY)) {
            for (int thread = 0; thread < CONCURRENCY; thread++) {
                threads.execute(
                        () -> {
                            try {
                                while (left.getAndDecrement() > 0) {
                                    step.run();
                                }
                            } catch (Exception e) {
                                failed.incrementAndGet();
                                e.printStackTrace();
                            } finally {
                                done.countDown();
                            }
                        });
            }
            done.await();
        }
        if (failed.get() > 0) {
            throw new IllegalStateException("a step failed, the figure would be wrong");
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    /** Waits busily until true; events per second since {@code start}. */
    static double until(int count, long start, BooleanSupplier reached) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not done within " + PATIENCE);
            }
            Thread.sleep(2);
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        source.close();
    }
}
