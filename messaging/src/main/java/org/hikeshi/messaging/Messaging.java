package org.hikeshi.messaging;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hikeshi.trust.ServiceIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The mechanism of one service, put together: relay, listener, timers and the loop that takes
 * parked records up. Start it after the schema is there; close it before the data source.
 */
public final class Messaging implements AutoCloseable {

    /** Under load a cycle finds a handful of new rows instead of one; the first is not delayed. */
    private static final Duration BREATH = Duration.ofMillis(5);

    /**
     * What may differ between services and tests.
     *
     * @param atOnce lanes that may be in a transaction at the same time; leave the pool some
     *     connections beyond
     * @param poll how often the relay, timers and parked rows are looked at without being woken
     * @param parkedRetry when parked records are tried again
     * @param sealing how acts on record are chained
     */
    public record Settings(
            int relayBatch,
            int atOnce,
            Duration poll,
            Backoff parkedRetry,
            AuditSealer.Settings sealing) {
        public static final Settings DEFAULT =
                new Settings(
                        1_000,
                        8,
                        Duration.ofMillis(200),
                        new Backoff(Duration.ofSeconds(30), Duration.ofHours(1)),
                        AuditSealer.Settings.DEFAULT);
    }

    /** The world around: who we are, where we write, whom we hear, what we do about it. */
    public record Surroundings(
            ServiceIdentity identity,
            Transactions transactions,
            Transactions relayTransactions,
            KafkaClients clients,
            List<TopicDeclaration> topics,
            boolean createTopics,
            Function<String, Set<String>> speakers,
            Collection<EventHandler> handlers,
            Collection<TimerHandler> timers,
            InstantSource clock) {}

    /**
     * How things stand.
     *
     * @param backlog events not yet published
     * @param oldest when the first of them came about, by its own time; null if there is none
     * @param waiting records taken from the broker and not yet done
     * @param parked records that wait for another attempt or a person
     * @param troubles why something does not move, one line each; empty if all does
     */
    public record Status(
            long backlog,
            @Nullable Instant oldest,
            long waiting,
            long parked,
            List<String> troubles) {}

    private final Surroundings world;
    private final Counts counts = new Counts();
    private final Topics topics;
    private final Relay relay;
    private final Listener listener;
    private final Worker watch;
    private final Worker relaying;
    private final Worker unparking;
    private final Worker timing;
    private final Sealing acts;
    private final ParkedRecords parkedRecords;

    public Messaging(Surroundings world, Settings settings) {
        this.world = world;
        Duration poll = settings.poll();
        topics = new Topics(world.clients(), world.topics(), world.createTopics(), world.clock());
        relay = new Relay(world, topics, settings.relayBatch());
        Door door = new Door(world.identity().directory(), world.speakers(), world.clock());
        Handlers handlers = new Handlers(world.handlers());
        Hearing hearing = new Hearing(world, door, handlers, settings, counts);
        listener = new Listener(world, topics, handlers.types(), hearing, counts);
        Unparking parked = new Unparking(world, door, hearing, settings.parkedRetry(), counts);
        Timers timers = new Timers(world.transactions(), world.clock(), world.timers());
        watch = new Worker("topics", Duration.ofSeconds(1), this::lookAtTopics);
        // Both are woken for what this process does; they look for what others left, which may
        // wait.
        Duration seldom = poll.multipliedBy(5);
        relaying = new Worker("relay", seldom, BREATH, relay::cycle);
        unparking = new Worker("parked", seldom, parked::one);
        timing = new Worker("timers", poll, timers::fireOne);
        acts = new Sealing(world, settings.sealing());
        parkedRecords = new ParkedRecords(world.transactions(), world.clock(), unparking::wake);
    }

    private boolean lookAtTopics() throws InterruptedException {
        topics.look();
        return false;
    }

    /** A ledger of this service; wakes its relay after each commit. */
    public Ledger ledger(String topic) {
        return new Ledger(topic, world.transactions(), relaying::wake);
    }

    /** There is something new to publish. Cheap; may be called from any thread at any time. */
    public void wakeRelay() {
        relaying.wake();
    }

    /** Starts all loops. The broker may be away; they wait for it. */
    public void start() {
        watch.start();
        relaying.start();
        unparking.start();
        acts.start();
        if (!world.timers().isEmpty()) {
            timing.start();
        }
        if (!world.handlers().isEmpty()) {
            listener.start();
        }
    }

    /** Says the whole ledger again, byte by byte; whoever has heard it already does nothing. */
    public long republish() throws InterruptedException {
        return relay.republish();
    }

    /** Records taken from the broker and not yet done. */
    public long waiting() {
        return listener.waiting();
    }

    /** How far the record of acts is chained, signed and exported. */
    public AuditSealer.State auditState() {
        return acts.state();
    }

    /** Acts that waited to be chained when that was last looked at. */
    public long unsealedActs() {
        return acts.unsealed();
    }

    /** How many steps of the record's way stand still; each is told by {@link #troubles()}. */
    public long auditAlarms() {
        return acts.alarms().size();
    }

    /** Why the record of acts does not go on, for those who are to be told. */
    public AuditAlarms untoldAlarms() {
        return acts.untold();
    }

    public ParkedRecords parkedRecords() {
        return parkedRecords;
    }

    public Counts counts() {
        return counts;
    }

    /** Events published since the start. */
    public long published() {
        return relay.published();
    }

    /** Events said again since the start. */
    public long republished() {
        return relay.republished();
    }

    /**
     * @throws DatabaseException if the database does not answer
     */
    public Status status() {
        return world.relayTransactions()
                .inTransaction(
                        connection -> {
                            try (Statement statement = connection.createStatement();
                                    ResultSet row =
                                            statement.executeQuery(
                                                    "SELECT (SELECT count(*) FROM ledger WHERE published_at IS NULL),"
                                                            + " (SELECT time FROM ledger WHERE published_at IS NULL ORDER BY position LIMIT 1),"
                                                            + " (SELECT count(*) FROM parked_record WHERE settled_at IS NULL)")) {
                                row.next();
                                OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
                                return new Status(
                                        row.getLong(1),
                                        oldest == null ? null : oldest.toInstant(),
                                        listener.waiting(),
                                        row.getLong(3),
                                        troubles());
                            }
                        });
    }

    /** Why something does not move, one line each, without asking the database. */
    public List<String> troubles() {
        Optional<String> hearing =
                world.handlers().isEmpty() ? Optional.empty() : listener.trouble();
        Stream<Optional<String>> loops =
                Stream.of(
                        watch.trouble().map("topics: "::concat),
                        relaying.trouble().map("relay: "::concat),
                        hearing.map("listener: "::concat),
                        unparking.trouble().map("parked: "::concat),
                        timing.trouble().map("timers: "::concat));
        return Stream.concat(loops.flatMap(Optional::stream), acts.troubles().stream()).toList();
    }

    /** Ends after what is under way; nothing is lost by ending at any moment. */
    @Override
    public void close() {
        listener.close();
        timing.close();
        unparking.close();
        acts.close(); // after the loops that act, so that it is sealed
        relaying.close();
        watch.close();
        relay.close();
        topics.close();
    }
}
