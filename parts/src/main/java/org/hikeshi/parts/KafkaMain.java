package org.hikeshi.parts;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** The JVM of {@link KafkaProcess}: {@code KafkaMain <folder> <port>}. */
final class KafkaMain {
    private KafkaMain() {}

    public static void main(String[] args) throws Exception {
        Path dir = Path.of(args[0]);
        // The controller's port is nobody else's business, so it may differ from start to start.
        Properties settings =
                settings(
                        "127.0.0.1",
                        dir.resolve("data").toString(),
                        Integer.parseInt(args[1]),
                        Ports.free());
        if (!Files.exists(dir.resolve("data/meta.properties"))) {
            format(dir, settings);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "orderly end"));
        server.startup();
        JavaChild.announceReady(dir);
        server.awaitShutdown();
    }

    private static void format(Path dir, Properties settings) throws Exception {
        Path file = dir.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String[] words = {
            "format",
            "--config",
            file.toString(),
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--ignore-formatted"
        };
        int status = StorageTool.execute(words, new PrintStream(System.out, true));
        if (status != 0) {
            throw new PartFailed("Kafka could not format its data folder");
        }
    }

    /**
     * One node, broker and controller together.
     *
     * @param address to listen on; empty for all
     */
    static Properties settings(String address, String data, int port, int controllerPort) {
        var p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty(
                "listeners",
                "PLAINTEXT://%s:%d,CONTROLLER://%s:%d"
                        .formatted(address, port, address, controllerPort));
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("log.dirs", data);
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "6");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "3");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // After SIGKILL the controller must forget the dead broker before it takes the new one.
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("background.threads", "2");
        return p;
    }
}
