package org.hikeshi.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics on the broker: made by one step, compared with their declaration, and watched, for a
 * topic that was made anew (its id tells) has lost everything that was said on it.
 */
public final class Topics implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private record Seen(String id, long atMillis) {}

    private final Admin admin;
    private final List<TopicDeclaration> declared;
    private final boolean create;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private volatile boolean checked;

    /**
     * @param create whether topics that are missing are made, also after the broker was emptied
     */
    public Topics(
            KafkaClients clients,
            List<TopicDeclaration> declared,
            boolean create,
            InstantSource clock) {
        this.admin = clients.admin();
        this.declared = List.copyOf(declared);
        this.create = create;
        this.clock = clock;
    }

    public Collection<String> names() {
        return declared.stream().map(TopicDeclaration::name).toList();
    }

    /** Makes what is missing. The one step that creates topics; also for set-up tools. */
    public static void create(KafkaClients clients, List<TopicDeclaration> declared)
            throws InterruptedException {
        try (Topics topics = new Topics(clients, declared, true, InstantSource.system())) {
            topics.look();
        }
    }

    /**
     * Looks at the broker once: makes missing topics if allowed, compares the rest, remembers the
     * ids.
     *
     * @throws IllegalStateException if the broker differs from the declaration; the message says
     *     all that does
     * @throws TransientFailureException if the broker does not answer
     */
    public synchronized void look() throws InterruptedException {
        for (TopicDeclaration topic : declared) {
            String id = describe(topic).topicId().toString();
            Seen before = seen.get(topic.name());
            checked &= before != null && before.id().equals(id);
            seen.put(topic.name(), new Seen(id, clock.millis()));
        }
        if (!checked) {
            List<String> wrong = differences();
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(String.join("; ", wrong));
            }
            checked = true;
        }
    }

    /** True once the broker has been seen to be as declared. */
    boolean ready() {
        return checked;
    }

    /** The id seen last, if any was. */
    Optional<String> idOf(String topic) {
        return Optional.ofNullable(seen.get(topic)).map(Seen::id);
    }

    /** The id seen at most so long ago; looks again if need be. */
    String freshIdOf(String topic, Duration age) throws InterruptedException {
        Seen last = seen.get(topic);
        if (last == null || clock.millis() - last.atMillis() > age.toMillis()) {
            look();
        }
        return idOf(topic).orElseThrow();
    }

    private TopicDescription describe(TopicDeclaration topic) throws InterruptedException {
        Optional<TopicDescription> found = find(topic);
        if (found.isEmpty() && create) {
            make(topic);
            found = appearing(topic);
        }
        return found.orElseThrow(
                () ->
                        new TransientFailureException(
                                "topic " + topic.name() + " is missing on the broker", null));
    }

    /** A broker tells of a topic a moment after it has made it. */
    private Optional<TopicDescription> appearing(TopicDeclaration topic)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Optional<TopicDescription> found = find(topic);
        while (found.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
            found = find(topic);
        }
        return found;
    }

    private Optional<TopicDescription> find(TopicDeclaration topic) throws InterruptedException {
        try {
            return Optional.of(
                    Objects.requireNonNull(
                            await(admin.describeTopics(List.of(topic.name())).allTopicNames())
                                    .get(topic.name())));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private void make(TopicDeclaration topic) throws InterruptedException {
        NewTopic wanted =
                new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.settings());
        try {
            await(admin.createTopics(List.of(wanted)).all());
        } catch (TopicExistsException e) {
            checked = false; // another replica was first: compare what it made
        }
    }

    private List<String> differences() throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (TopicDeclaration topic : declared) {
            int partitions = describe(topic).partitions().size();
            if (partitions != topic.partitions()) {
                wrong.add(
                        "topic %s has %d partitions, declared are %d"
                                .formatted(topic.name(), partitions, topic.partitions()));
            }
            Config actual = config(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            topic.settings()
                    .forEach(
                            (name, value) -> {
                                if (!value.equals(valueOf(actual, name))) {
                                    wrong.add(
                                            "topic %s has %s=%s, declared is %s"
                                                    .formatted(
                                                            topic.name(),
                                                            name,
                                                            valueOf(actual, name),
                                                            value));
                                }
                            });
            if (Long.parseLong(valueOf(actual, "max.message.bytes")) < 2L * Ledger.LIMIT_BYTES) {
                wrong.add("topic " + topic.name() + " takes no records of 512 KiB");
            }
        }
        if (brokerCreatesTopics()) {
            wrong.add("the broker has auto.create.topics.enable=true");
        }
        return wrong;
    }

    private boolean brokerCreatesTopics() throws InterruptedException {
        String node = await(admin.describeCluster().nodes()).iterator().next().idString();
        Config broker = config(new ConfigResource(ConfigResource.Type.BROKER, node));
        return "true".equals(valueOf(broker, "auto.create.topics.enable"));
    }

    private Config config(ConfigResource of) throws InterruptedException {
        return Objects.requireNonNull(await(admin.describeConfigs(List.of(of)).all()).get(of));
    }

    private static String valueOf(Config config, String name) {
        ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private static <T> T await(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            }
            if (e.getCause() instanceof TopicExistsException exists) {
                throw exists;
            }
            throw new TransientFailureException("the broker does not answer", e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TransientFailureException("the broker does not answer", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
