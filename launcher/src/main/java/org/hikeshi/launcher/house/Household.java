package org.hikeshi.launcher.house;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.EmbeddedPostgres18;
import org.hikeshi.parts.KafkaProcess;
import org.hikeshi.parts.MailboxProcess;
import org.hikeshi.parts.ProcessPart;
import org.hikeshi.parts.Secrets;
import org.hikeshi.policy.Policy;

/**
 * Everything that one {@code up} runs: checks, secrets, parts, databases and topics, services; then
 * it is kept alive until {@link #close()}.
 */
public final class Household implements AutoCloseable {
    private final Premises premises;
    private final Wishes wishes;
    private final Terminal terminal;
    private final Supervisor supervisor;
    private final FirstSecrets secrets;
    private final Clock clock;
    private final AotCaches caches;
    private final Map<String, Integer> ports = new HashMap<>();

    public Household(Premises premises, Wishes wishes, Terminal terminal, Clock clock) {
        this.premises = premises;
        this.wishes = wishes;
        this.terminal = terminal;
        this.clock = clock;
        this.supervisor = new Supervisor(terminal, clock, Duration.ofSeconds(1));
        this.secrets = new FirstSecrets(premises, clock);
        String aot = System.getenv().getOrDefault("HIKESHI_AOT", premises.aot().toString());
        this.caches = new AotCaches(Path.of(aot), !aot.equals("off"));
    }

    /**
     * Returns when all is ready; otherwise a {@link Refusal} or {@code PartFailed} with one
     * sentence.
     */
    public void start() throws IOException {
        LeftOvers.end(premises);
        FirstChecks.all(wishes, premises);
        boolean fresh = !Files.exists(premises.people());
        ChosenPolicy policy = ChosenPolicy.of(premises, wishes.policy());
        secrets.make();
        new DeskKey(premises, clock).makeOnce(policy.loaded().policy());
        for (String name : Premises.SERVICES) {
            ports.put(name, kept(name));
        }
        header(policy, fresh);
        terminal.begin("Start     ", "起動      ");
        KafkaProcess kafka = startParts();
        DeclaredTopics.make(kafka.bootstrapServers());
        startServices(policy, kafka);
        terminal.endTicks();
    }

    /** The policy of the next start. */
    public static Policy policy(Premises premises, Wishes wishes) throws IOException {
        return ChosenPolicy.of(premises, wishes.policy()).loaded().policy();
    }

    private int kept(String name) throws IOException {
        return new KeptPorts(premises.ports()).of(name, false);
    }

    private void header(ChosenPolicy policy, boolean fresh) {
        String languages =
                String.join(
                        ", ",
                        policy.loaded().policy().languages().stream()
                                .map(l -> l.name().toLowerCase(java.util.Locale.ROOT))
                                .toList());
        String start =
                "Hikeshi 0.1.0   JDK %s   policy: %s %s (%s)   data: %s/"
                        .formatted(
                                Runtime.version().feature()
                                        + "."
                                        + Runtime.version().interim()
                                        + "."
                                        + Runtime.version().update(),
                                policy.file().getFileName(),
                                policy.loaded().policy().version(),
                                languages,
                                premises.home());
        terminal.line(
                start + (fresh ? " (new, trial)" : " (trial)"),
                start + (fresh ? " (新規・試用)" : " (試用)"));
    }

    private KafkaProcess startParts() throws IOException {
        int postgresPort = kept("postgresql");
        int kafkaPort = kept("kafka");
        var mailbox =
                part(
                        "mailbox",
                        () ->
                                MailboxProcess.start(
                                        premises.mailbox(),
                                        wishes.smtpPort(),
                                        wishes.imapPort(),
                                        List.of(),
                                        caches.archive("mailbox")));
        var kafka =
                part(
                        "Kafka",
                        () ->
                                KafkaProcess.start(
                                        premises.data().resolve("kafka"),
                                        kafkaPort,
                                        caches.archive("kafka")));
        var postgres =
                part(
                        "PostgreSQL",
                        () ->
                                EmbeddedPostgres18.start(
                                        premises.data().resolve("postgresql"),
                                        postgresPort,
                                        premises.home().resolve("programs")));
        settled(CompletableFuture.allOf(postgres, kafka, mailbox));
        makeDatabases(postgres.join());
        return kafka.join();
    }

    private final Map<String, Database> databases = new HashMap<>();

    private void makeDatabases(EmbeddedPostgres18 postgres) throws IOException {
        for (String service : Premises.SERVICES) {
            databases.put(
                    service,
                    postgres.database(service, Secrets.keptIn(secrets.databasePassword(service))));
        }
    }

    private interface Starting<P> {
        P now();
    }

    private <P extends ProcessPart> CompletableFuture<P> part(String shown, Starting<P> starting) {
        return CompletableFuture.supplyAsync(
                () -> {
                    P part = starting.now();
                    supervisor.keep(new PartResident(part));
                    terminal.tick(shown);
                    return part;
                },
                Thread::startVirtualThread);
    }

    private void startServices(ChosenPolicy policy, KafkaProcess kafka) {
        var plans = new ServicePlans(premises, wishes, secrets, policy.file(), ports, caches);
        settled(
                CompletableFuture.allOf(
                        Premises.SERVICES.stream()
                                .map(
                                        name ->
                                                new ServiceResident(
                                                        name,
                                                        ports.getOrDefault(name, 0),
                                                        () ->
                                                                plans.of(
                                                                        name,
                                                                        database(name),
                                                                        kafka.bootstrapServers())))
                                .map(this::startService)
                                .toArray(CompletableFuture[]::new)));
        Thread.ofVirtual().name("start caches").start(() -> makeCaches(plans));
    }

    /** One after the other, after ready; an end of this JVM ends it too. */
    private static void makeCaches(ServicePlans plans) {
        for (String service : Premises.SERVICES) {
            plans.cacheMaking(service).ifPresent(CacheMaking::now);
        }
    }

    private Database database(String service) {
        return java.util.Objects.requireNonNull(databases.get(service));
    }

    private CompletableFuture<Void> startService(ServiceResident service) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        service.start();
                    } catch (RuntimeException failed) {
                        service.stop();
                        throw failed;
                    }
                    supervisor.keep(service);
                    terminal.tick(service.name());
                },
                Thread::startVirtualThread);
    }

    /** The first failure as it was thrown, after all have come to an end. */
    private static void settled(CompletableFuture<?> all) {
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Where each service listens, for the origin. */
    public Map<String, InetSocketAddress> addresses() {
        Map<String, InetSocketAddress> all = new HashMap<>();
        ports.forEach((name, port) -> all.put(name, new InetSocketAddress("127.0.0.1", port)));
        return all;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    /** Ends everything in order. */
    @Override
    public void close() {
        supervisor.stopAll();
    }
}
