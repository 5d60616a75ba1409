package org.hikeshi.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One Kafka node (KRaft, broker and controller together) in a JVM of its own, on 127.0.0.1 only.
 *
 * <p>Topics are never made by accident, everything has one replica, and a topic's own settings
 * decide how long it keeps records. {@code acks=all} on one node means the page cache, not the
 * disk: whoever must not lose a record keeps it elsewhere too.
 */
public final class KafkaProcess implements ProcessPart, KafkaBroker {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Path dir;
    private final int port;
    private final WatchedProcess process;

    private KafkaProcess(Path dir, int port, List<String> more) {
        this.dir = dir.toAbsolutePath().normalize();
        this.port = port;
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "-Xmx256m",
                                "-Xms64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:MaxDirectMemorySize=64m"));
        flags.addAll(more);
        this.process =
                WatchedProcess.attached(
                        JavaChild.plan(
                                "kafka",
                                this.dir,
                                KafkaMain.class,
                                flags,
                                List.of(Integer.toString(port))));
    }

    /**
     * Starts on {@code dir} (formatted at the first start, kept ever after) and returns when the
     * broker takes requests.
     */
    public static KafkaProcess start(Path dir, int port) {
        return start(dir, port, List.of());
    }

    /** The same with more flags for its JVM. */
    public static KafkaProcess start(Path dir, int port, List<String> flags) {
        var kafka = new KafkaProcess(dir, port, flags);
        kafka.restart();
        return kafka;
    }

    /** The broker that another class loader of this JVM started. */
    static KafkaProcess attached(Path dir, int port) {
        return new KafkaProcess(dir, port, List.of());
    }

    @Override
    public void restart() {
        process.startAgain();
        process.awaitReady(() -> JavaChild.isReady(dir, process), START_LIMIT);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public WatchedProcess process() {
        return process;
    }
}
