package org.hikeshi.parts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** One Kafka node in a container, for tests with {@code HIKESHI_TEST_PARTS=containers}. */
final class ContainerKafka implements InContainer, KafkaBroker {
    private static final String IMAGE = "apache/kafka:4.1.1";

    private final int port;
    private final ContainerPart container;

    private ContainerKafka(String id, int port) {
        this.port = port;
        this.container = new ContainerPart("Kafka", id, () -> answers(port));
    }

    /**
     * Starts one that listens on the same port inside and outside, so that the address it tells its
     * clients is the one they used; it is removed by {@link ContainerParts} when this JVM ends.
     */
    static ContainerKafka start(int port) {
        var image = new GenericContainer<>(DockerImageName.parse(IMAGE));
        image.setPortBindings(List.of("127.0.0.1:" + port + ":" + port));
        image.addEnv("CLUSTER_ID", "aGlrZXNoaS10ZXN0cy0wMQ");
        KafkaMain.settings("", "/var/lib/kafka/data", port, 9093)
                .forEach(
                        (name, value) ->
                                image.addEnv(
                                        "KAFKA_"
                                                + name.toString()
                                                        .replace('.', '_')
                                                        .toUpperCase(Locale.ROOT),
                                        value.toString()));
        image.addEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port);
        var started = new ContainerKafka(ContainerParts.started(image), port);
        started.container.awaitReady();
        return started;
    }

    static ContainerKafka attached(String id, int port) {
        return new ContainerKafka(id, port);
    }

    private static boolean answers(int port) {
        try (var admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                "127.0.0.1:" + port,
                                "request.timeout.ms",
                                "2000",
                                "default.api.timeout.ms",
                                "2000"))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String id() {
        return container.id();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public ContainerPart container() {
        return container;
    }
}
