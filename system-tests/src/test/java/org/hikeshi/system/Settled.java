package org.hikeshi.system;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether everything has been said, heard and told: nothing waits in a ledger, every service is
 * through with every record, no mail and no word to a reporter is owed.
 */
final class Settled implements AutoCloseable {
    private static final Set<String> TOPICS = Set.of("case-events", "product-catalogue");

    private final RunningSystem system;
    private final Admin admin;

    Settled(RunningSystem system) {
        this.system = system;
        this.admin = Admin.create(Map.of("bootstrap.servers", system.kafka()));
    }

    /** Asked twice: what was heard between two looks may have led to something new. */
    boolean now() throws Exception {
        Map<TopicPartition, Long> ends = ends();
        return quiet(ends) && ends.equals(ends()) && quiet(ends);
    }

    private boolean quiet(Map<TopicPartition, Long> ends) throws Exception {
        for (String service : RunningSystem.SERVICES) {
            if (!system.isReady(service)
                    || count(service, "ledger WHERE published_at IS NULL") > 0
                    || !isThrough(service, ends)) {
                return false;
            }
        }
        return count("notifier", "obligation WHERE state = 'OWED'") == 0
                && count("triage", "telling WHERE told_at IS NULL") == 0
                && count("release", "telling WHERE told_at IS NULL") == 0
                && count("disclosure", "telling WHERE told_at IS NULL") == 0;
    }

    /**
     * Its offsets are committed up to the end of every partition; a group is named as its service.
     */
    private boolean isThrough(String service, Map<TopicPartition, Long> ends) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> done =
                admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
        Set<String> heard = Set.copyOf(done.keySet().stream().map(TopicPartition::topic).toList());
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata offset = done.get(end.getKey());
            boolean hears =
                    end.getKey().topic().equals("case-events")
                            || heard.contains(end.getKey().topic());
            if (hears && end.getValue() > (offset == null ? 0 : offset.offset())) {
                return false;
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        admin.describeTopics(TOPICS)
                .allTopicNames()
                .get()
                .forEach(
                        (name, topic) ->
                                topic.partitions()
                                        .forEach(
                                                p ->
                                                        asked.put(
                                                                new TopicPartition(
                                                                        name, p.partition()),
                                                                OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((p, end) -> ends.put(p, end.offset()));
        return ends;
    }

    private long count(String service, String what) throws Exception {
        return system.one(service, "SELECT count(*) FROM " + what);
    }

    @Override
    public void close() {
        admin.close();
    }
}
