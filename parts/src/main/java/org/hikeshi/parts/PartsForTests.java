package org.hikeshi.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one test JVM: started when first asked for, shared by all tests of that JVM, removed
 * when it ends.
 *
 * <p>Data lies in {@code target/parts/<pid>} of the module. Quarkus loads test classes by several
 * class loaders; the second one attaches to what the first one started. A test that kills a part
 * starts it again with {@code restart()} before it ends.
 *
 * <p>With {@code HIKESHI_TEST_PARTS=containers} PostgreSQL and Kafka run in containers of the
 * engine that Testcontainers finds; the tests are the same.
 */
public final class PartsForTests {
    private static final Path ROOT = Path.of("target", "parts").toAbsolutePath();
    private static final Path RUN = ROOT.resolve(Long.toString(ProcessHandle.current().pid()));

    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaBroker kafka;
    private static @Nullable MailboxProcess mailbox;

    private PartsForTests() {}

    public static PostgresServer postgres() {
        synchronized (System.getProperties()) {
            PostgresServer known = postgres;
            if (known == null) {
                known =
                        ContainerParts.wanted()
                                ? inContainer(
                                        "postgresql",
                                        ContainerPostgres::start,
                                        ContainerPostgres::id,
                                        ContainerPostgres::attached)
                                : shared(
                                        "postgresql",
                                        ports ->
                                                EmbeddedPostgres18.start(
                                                        RUN.resolve("postgresql"), ports[0], ROOT),
                                        ports ->
                                                EmbeddedPostgres18.attached(
                                                        RUN.resolve("postgresql"), ports[0], ROOT));
                postgres = known;
            }
            return known;
        }
    }

    public static KafkaBroker kafka() {
        synchronized (System.getProperties()) {
            KafkaBroker known = kafka;
            if (known == null) {
                known =
                        ContainerParts.wanted()
                                ? inContainer(
                                        "kafka",
                                        ContainerKafka::start,
                                        ContainerKafka::id,
                                        ContainerKafka::attached)
                                : shared(
                                        "kafka",
                                        ports -> KafkaProcess.start(RUN.resolve("kafka"), ports[0]),
                                        ports ->
                                                KafkaProcess.attached(
                                                        RUN.resolve("kafka"), ports[0]));
                kafka = known;
            }
            return known;
        }
    }

    public static MailboxProcess mailbox() {
        synchronized (System.getProperties()) {
            MailboxProcess known = mailbox;
            if (known == null) {
                known =
                        shared(
                                "mailbox",
                                ports ->
                                        MailboxProcess.start(
                                                RUN.resolve("mailbox"),
                                                ports[0],
                                                ports[1],
                                                List.of()),
                                ports ->
                                        MailboxProcess.attached(
                                                RUN.resolve("mailbox"), ports[0], ports[1]));
                mailbox = known;
            }
            return known;
        }
    }

    /**
     * A new, empty database with its own role; each call gives another one, whose name begins with
     * {@code name}.
     */
    public static Database createDatabase(String name) {
        synchronized (System.getProperties()) {
            int count = Integer.getInteger("hikeshi.parts.databases", 0) + 1;
            System.setProperty("hikeshi.parts.databases", Integer.toString(count));
            String unique =
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_") + "_" + count;
            return postgres().database(unique, Secrets.random());
        }
    }

    public static String bootstrapServers() {
        return kafka().bootstrapServers();
    }

    public static int smtpPort() {
        return mailbox().smtpPort();
    }

    /** Every mail taken so far in this JVM, newest first. */
    public static List<KeptMail> messages() {
        return mailbox().folder().mails();
    }

    private interface Starting<P> {
        P on(int[] ports);
    }

    /**
     * Ports are told to other class loaders by system properties; the shutdown hook keeps the first
     * one's pipes open.
     */
    private static <P extends ProcessPart> P shared(
            String name, Starting<P> start, Starting<P> attach) {
        String key = "hikeshi.parts." + name;
        String known = System.getProperty(key);
        if (known != null) {
            return attach.on(Stream.of(known.split(",")).mapToInt(Integer::parseInt).toArray());
        }
        removeLeftOvers();
        int[] ports = {Ports.free(), Ports.free()};
        P part = start.on(ports);
        System.setProperty(key, ports[0] + "," + ports[1]);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    part.kill();
                                    Folders.delete(RUN.resolve(name));
                                }));
        return part;
    }

    /** The same for a container, which is known by its id and removes itself. */
    private static <P> P inContainer(
            String name,
            IntFunction<P> start,
            Function<P, String> id,
            BiFunction<String, Integer, P> attach) {
        String key = "hikeshi.parts." + name;
        String known = System.getProperty(key);
        if (known != null) {
            String[] idAndPort = known.split(",");
            return attach.apply(idAndPort[0], Integer.valueOf(idAndPort[1]));
        }
        int port = Ports.free();
        P part = start.apply(port);
        System.setProperty(key, id.apply(part) + "," + port);
        return part;
    }

    /** Data of test JVMs that ended by SIGKILL. */
    private static void removeLeftOvers() {
        try {
            Files.createDirectories(ROOT);
            try (Stream<Path> runs = Files.list(ROOT)) {
                runs.filter(run -> run.getFileName().toString().matches("[0-9]+"))
                        .filter(
                                run ->
                                        ProcessHandle.of(
                                                        Long.parseLong(
                                                                run.getFileName().toString()))
                                                .isEmpty())
                        .forEach(Folders::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
