package org.hikeshi.messaging;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.SigningKey;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two services on real parts: "teller" says facts, "hearer" hears them. A fact is said in the
 * transaction that writes a row of {@code said}; hearing writes a row of {@code effect}, which has
 * no unique index on purpose: twice would show.
 */
final class House implements AutoCloseable {
    static final String TYPE = "org.hikeshi.test-said.v1";
    static final String TELLER = "teller";
    static final String HEARER = "hearer";
    static final Backoff QUICK = new Backoff(Duration.ofMillis(300), Duration.ofSeconds(1));
    static final Messaging.Settings SETTINGS =
            new Messaging.Settings(
                    500, 8, Duration.ofMillis(50), QUICK, AuditSealer.Settings.DEFAULT);

    private static final AtomicInteger COUNT = new AtomicInteger();

    final String topic;
    final Keys keys;
    final String bootstrapServers;
    private final List<AutoCloseable> open = new ArrayList<>();

    House() {
        this(PartsForTests.bootstrapServers());
    }

    House(String bootstrapServers) {
        this(
                bootstrapServers,
                "facts-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet(),
                new Keys());
    }

    House(String bootstrapServers, String topic, Keys keys) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.keys = keys;
    }

    static Database database(String name) {
        Database database = PartsForTests.createDatabase(name);
        migrate(database);
        return database;
    }

    static void migrate(Database database) {
        SmallPool.closeIdle();
        try (Connection c = connect(database);
                Statement s = c.createStatement()) {
            for (String file :
                    List.of(
                            "V0001__ledger",
                            "V0002__inbox",
                            "V0008__parked_told",
                            "V0003__audit_and_timers",
                            AuditHouse.CHAIN,
                            AuditHouse.EXPORT,
                            "V0009__audit_told")) {
                s.execute(migration(file));
            }
            s.execute("CREATE TABLE said (id uuid PRIMARY KEY, key text NOT NULL, n int NOT NULL)");
            s.execute(
                    "CREATE TABLE effect (at bigserial, id uuid NOT NULL, key text NOT NULL, n int"
                            + " NOT NULL)");
        } catch (SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String migration(String file) throws java.io.IOException {
        try (var in = House.class.getResourceAsStream("/db/messaging/" + file + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    /**
     * A data source with a small pool, so that the driver's statement cache works as in a service.
     */
    static DataSource dataSource(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(2);
        source.setSocketTimeout(15);
        return new SmallPool(source);
    }

    static DataSource dataSource(Database database) {
        return dataSource(database.jdbcUrl(), database.user(), database.password());
    }

    TopicDeclaration declaration() {
        return new TopicDeclaration(topic, 12, Map.of("retention.ms", "-1"));
    }

    KafkaClients clients() {
        return new KafkaClients(bootstrapServers, Map.of());
    }

    Messaging.Surroundings surroundings(
            String service, DataSource source, EventHandler... handlers) {
        JdbcTransactions transactions = new JdbcTransactions(source);
        return new Messaging.Surroundings(
                keys.identity(service),
                transactions,
                transactions,
                clients(),
                List.of(declaration()),
                true,
                House::speakersOf,
                List.of(handlers),
                List.of(),
                Clock.systemUTC());
    }

    static Set<String> speakersOf(String type) {
        return type.startsWith("org.hikeshi.test-") ? Set.of(TELLER) : Set.of();
    }

    Messaging start(String service, DataSource source, EventHandler... handlers) {
        return start(new Messaging(surroundings(service, source, handlers), SETTINGS));
    }

    /** A teller that says facts when asked, with its relay running. */
    Teller teller(Database database) {
        DataSource source = dataSource(database);
        return new Teller(start(TELLER, source), new JdbcTransactions(source));
    }

    /** Says facts by the real ledger. */
    final class Teller {
        final Messaging messaging;
        private final JdbcTransactions transactions;
        private final Ledger ledger;

        Teller(Messaging messaging, JdbcTransactions transactions) {
            this.messaging = messaging;
            this.transactions = transactions;
            this.ledger = new Ledger(topic, transactions, () -> {});
        }

        UUID say(String key, int n) {
            return House.say(ledger, transactions, key, n);
        }

        /** Facts from..to-1, spread over so many keys. */
        void say(int from, int to, int keys) {
            for (int n = from; n < to; n++) {
                say("key-" + n % keys, n);
            }
        }
    }

    static void awaitHeard(Database heard, long facts, Duration limit) {
        await(
                facts + " facts heard",
                limit,
                () -> count(heard, "SELECT count(DISTINCT id) FROM effect") >= facts);
    }

    Messaging start(Messaging messaging) {
        open.add(messaging);
        messaging.start();
        return messaging;
    }

    /** Says fact number n of a key: a row of {@code said} and a ledger row in one transaction. */
    static UUID say(Ledger ledger, Transactions transactions, String key, int n) {
        OutgoingEvent event = event(key, n);
        transactions.doInTransaction(
                c -> {
                    noteSaid(c, event, n);
                    ledger.lock(c, key).append(event);
                });
        return event.id();
    }

    static OutgoingEvent event(String key, int n) {
        byte[] value = ("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.now();
        return new OutgoingEvent(
                EventIds.next(now), TYPE, key, key, now, UUID.randomUUID(), null, value);
    }

    static void noteSaid(Connection c, OutgoingEvent event, int n) throws SQLException {
        try (var insert = c.prepareStatement("INSERT INTO said (id, key, n) VALUES (?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setString(2, event.key());
            insert.setInt(3, n);
            insert.executeUpdate();
        }
    }

    /** Writes a row of {@code effect} for each fact. */
    static EventHandler noting() {
        return handler(
                (c, event) -> {
                    noteEffect(c, event);
                    return Outcome.handled();
                });
    }

    static EventHandler handler(Handling handling) {
        return new EventHandler() {
            @Override
            public java.util.Set<String> types() {
                return java.util.Set.of(TYPE);
            }

            @Override
            public Outcome handle(Connection c, IncomingEvent event) throws SQLException {
                return handling.handle(c, event);
            }
        };
    }

    interface Handling {
        Outcome handle(Connection c, IncomingEvent event) throws SQLException;
    }

    static int number(IncomingEvent event) {
        String text = new String(event.value(), StandardCharsets.UTF_8);
        if (!text.matches("\\{\"n\":-?\\d+}")) {
            throw new UnreadableEventException("n is no number");
        }
        return Integer.parseInt(text.substring(5, text.length() - 1));
    }

    static void noteEffect(Connection c, IncomingEvent event) throws SQLException {
        try (var insert = c.prepareStatement("INSERT INTO effect (id, key, n) VALUES (?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setString(2, event.key());
            insert.setInt(3, number(event));
            insert.executeUpdate();
        }
    }

    static long count(Database database, String query) {
        try (Connection c = connect(database);
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(String what, Duration limit, Callable<Boolean> condition) {
        long until = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception e) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("not within " + limit + ": " + what, e);
                }
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable one : open.reversed()) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Keys of both services in a folder, so that processes can share them and rotation can be
     * played.
     */
    static final class Keys {
        final Path folder;

        Keys(Path folder) {
            this.folder = folder;
        }

        Keys() {
            try {
                folder = Files.createTempDirectory("keys");
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            for (String service : List.of(TELLER, HEARER)) {
                enter(service, service + "-1");
            }
        }

        /** Makes a key and lists it. */
        void enter(String service, String kid) {
            SigningKey key = SigningKey.generate(kid);
            key.write(folder.resolve(kid + ".pem"));
            list(service, key);
        }

        void list(String service, SigningKey key) {
            KeyDirectory.write(
                    folder,
                    new KeyEntry(
                            key.kid(),
                            service,
                            key.publicKey(),
                            Instant.now().minusSeconds(3600),
                            null,
                            null));
        }

        ServiceIdentity identity(String service) {
            return identity(service, service + "-1");
        }

        ServiceIdentity identity(String service, String kid) {
            return ServiceIdentity.load(service, folder.resolve(kid + ".pem"), folder);
        }
    }
}
