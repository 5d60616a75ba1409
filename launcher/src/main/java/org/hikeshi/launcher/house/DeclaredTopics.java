package org.hikeshi.launcher.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.hikeshi.events.Topics;
import org.hikeshi.parts.PartFailed;

/**
 * Makes the topics of the contract that the broker does not have yet; services compare them at
 * their start.
 */
public final class DeclaredTopics {
    private DeclaredTopics() {}

    /** Waits for the broker's answer up to 30 s; {@link PartFailed} if it does not come. */
    public static void make(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> known = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing =
                    Topics.declared().stream()
                            .filter(topic -> !known.contains(topic.name()))
                            .map(
                                    topic ->
                                            new NewTopic(
                                                            topic.name(),
                                                            Optional.of(topic.partitions()),
                                                            Optional.empty())
                                                    .configs(topic.config()))
                            .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailed("Kafka did not make the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while Kafka made the topics", e);
        }
    }
}
