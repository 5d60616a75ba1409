package org.hikeshi.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hikeshi.events.ClockAtRisk;
import org.hikeshi.events.ClockBreached;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.events.UnreadableEvent;

/** What is said of cases, read from the broker as any consumer could. */
final class CaseRecords implements AutoCloseable {
    private static final EventCodec CODEC = new EventCodec();
    private static final String TOPIC = "case-events";

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, Said> said = new LinkedHashMap<>();

    /** One fact; {@code id} is the same however often it was published. */
    record Said(String id, String caseId, Instant at, SaidEvent event) {
        /** For promises: its name, and of a task, a mail or a clock also which one. */
        String line(Map<Object, TaskOpened> tasks) {
            return switch (event) {
                case TaskOpened task -> "asks " + task(task);
                case TaskClosed end ->
                        written(end.how())
                                + " "
                                + task(
                                        Objects.requireNonNull(
                                                tasks.get(end.task()), end::toString));
                case ReporterNotified told -> "reporter-notified " + written(told.template());
                case DeadlineSet set -> "deadline-set " + written(set.clock());
                case ClockAtRisk clock -> "clock-at-risk " + written(clock.clock());
                case ClockBreached clock -> "clock-breached " + written(clock.clock());
                default -> shortName(event);
            };
        }
    }

    CaseRecords(RunningSystem system) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", system.kafka(), "enable.auto.commit", "false"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(one -> new TopicPartition(TOPIC, one.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All facts until now. */
    List<Said> all() {
        read();
        return List.copyOf(said.values());
    }

    /** All facts of a case until now, in the order of their times. */
    List<Said> of(String caseId) {
        return all().stream()
                .filter(one -> one.caseId().equals(caseId))
                .sorted(Comparator.comparing(Said::at))
                .toList();
    }

    private void read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Waiting.until(
                "all records are read",
                Duration.ofSeconds(60),
                () -> {
                    for (ConsumerRecord<String, byte[]> one :
                            consumer.poll(Duration.ofMillis(100))) {
                        Said fact = said(one);
                        said.putIfAbsent(fact.id(), fact);
                    }
                    return partitions.stream()
                            .allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
                });
    }

    private static Said said(ConsumerRecord<String, byte[]> one) {
        try {
            return new Said(
                    header(one, "ce_id"),
                    one.key(),
                    OffsetDateTime.parse(header(one, "ce_time")).toInstant(),
                    CODEC.decode(header(one, "ce_type"), one.value()));
        } catch (UnreadableEvent e) {
            throw new IllegalStateException(one.toString(), e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Lines of all these facts. */
    static List<String> lines(List<Said> facts) {
        Map<Object, TaskOpened> tasks = new LinkedHashMap<>();
        opened(facts).forEach(task -> tasks.put(task.task(), task));
        return facts.stream().map(fact -> fact.line(tasks)).toList();
    }

    /** Names of the facts but for tasks, mails and clocks: what the case itself went through. */
    static List<String> story(List<Said> facts) {
        return facts.stream()
                .map(fact -> shortName(fact.event()))
                .filter(name -> !name.matches("task-.*|reporter-notified|deadline-set|clock-.*"))
                .toList();
    }

    /** {@code kind: role or person} of each task that is open. */
    static Set<String> openTasks(List<Said> facts) {
        List<Object> closed = new ArrayList<>();
        facts.forEach(
                fact -> {
                    if (fact.event() instanceof TaskClosed end) {
                        closed.add(end.task());
                    }
                });
        Set<String> open = new TreeSet<>();
        opened(facts).stream()
                .filter(task -> !closed.contains(task.task()))
                .forEach(task -> open.add(task(task)));
        return open;
    }

    private static List<TaskOpened> opened(List<Said> facts) {
        return facts.stream()
                .map(Said::event)
                .filter(TaskOpened.class::isInstance)
                .map(TaskOpened.class::cast)
                .toList();
    }

    private static String task(TaskOpened task) {
        return written(task.kind())
                + ": "
                + (task.staff() == null
                        ? written(Objects.requireNonNull(task.role()))
                        : task.staff().value());
    }

    static String shortName(SaidEvent event) {
        return event.type().replace("org.hikeshi.", "").replace(".v1", "");
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() {
        consumer.close();
    }
}
