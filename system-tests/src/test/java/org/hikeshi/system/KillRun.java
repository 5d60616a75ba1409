package org.hikeshi.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.hikeshi.system.ReporterClient.Attachment;
import org.hikeshi.system.ReporterClient.Reply;
import org.hikeshi.system.kills.Deck;
import org.hikeshi.system.kills.RunFacts;
import org.hikeshi.system.kills.RunFacts.Answered;
import org.hikeshi.system.kills.RunFacts.CaseRow;
import org.hikeshi.system.kills.RunFacts.Kill;
import org.hikeshi.system.kills.RunFacts.Stored;

/**
 * One run: eight finders report at human pace and try again until they hold a 201, while a killer
 * follows their progress, so that the kills spread over the whole run. Every third report is
 * anonymous, every tenth has a file.
 */
final class KillRun {
    private static final int FINDERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofMinutes(3);

    private record Promise(Answered answered, String accessKey) {}

    private final RunningSystem system;
    private final int reports;
    private final int kills;
    private final Random random;
    private final KeptRows kept;
    private final String mark = "kills-" + UUID.randomUUID().toString().substring(0, 8);
    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final Deck deck;
    private final Queue<Kill> killed = new ConcurrentLinkedQueue<>();

    KillRun(RunningSystem system, int reports, int kills, Random random) {
        this.system = system;
        this.reports = reports;
        this.kills = kills;
        this.random = random;
        this.deck = new Deck(random);
        this.kept = new KeptRows(system);
    }

    /** How often each was killed, by name. */
    Map<String, Long> victims() {
        return killed.stream()
                .collect(Collectors.groupingBy(Kill::process, TreeMap::new, Collectors.counting()));
    }

    RunFacts go() throws Exception {
        Map<String, Set<UUID>> before = new HashMap<>();
        for (String service : RunningSystem.SERVICES) {
            before.put(
                    service,
                    kept.cases(service).stream().map(CaseRow::caseId).collect(Collectors.toSet()));
        }
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int finder = 0; finder < FINDERS; finder++) {
                Random pace = new Random(random.nextLong());
                work.add(
                        threads.submit(
                                () -> {
                                    for (int i = next.getAndIncrement();
                                            i < reports;
                                            i = next.getAndIncrement()) {
                                        LockSupport.parkNanos(pace.nextLong(1_600_000_000L));
                                        promises.add(report(i, pace));
                                    }
                                    return null;
                                }));
            }
            for (int kill = 0; kill < kills; kill++) {
                int due = (int) ((kill + 0.5) * reports / kills);
                Waiting.until(
                        due + " reports are answered",
                        PATIENCE.plusMinutes(2),
                        () -> promises.size() >= due);
                work.add(threads.submit(kill()));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        awaitQuiet(before);
        return facts(before);
    }

    private Promise report(int index, Random chance) throws Exception {
        ObjectNode report = ReporterClient.JSON.createObjectNode();
        report.put("description", mark + " report " + index);
        String email = index % 3 == 2 ? null : mark + "-" + index + "@example.com";
        if (email != null) {
            report.putObject("reporter")
                    .put("email", email)
                    .put("language", index % 2 == 0 ? "ja" : "en");
        }
        byte[] file = new byte[100_000];
        chance.nextBytes(file);
        String key = UUID.randomUUID().toString();
        Instant end = Instant.now().plus(PATIENCE);
        String last = "";
        while (Instant.now().isBefore(end)) {
            try {
                Reply reply =
                        index % 10 == 0
                                ? system.reporter()
                                        .report(
                                                report.toString(),
                                                List.of(new Attachment("poc.bin", file)),
                                                "Idempotency-Key",
                                                key)
                                : system.reporter()
                                        .report(report.toString(), "Idempotency-Key", key);
                if (reply.status() == 201) {
                    return new Promise(
                            new Answered(reply.field("trackingCode"), email),
                            reply.field("accessKey"));
                }
                last = reply.status() + " " + reply.text();
                if (reply.status() < 500) {
                    throw new AssertionError("refused a good report: " + last);
                }
            } catch (IOException e) {
                last = e.toString();
            }
            LockSupport.parkNanos(100_000_000L + chance.nextLong(400_000_000L));
        }
        throw new AssertionError("no 201 within " + PATIENCE + "; last: " + last);
    }

    /** Kills somebody who runs, and waits elsewhere until the launcher has it back. */
    private Runnable kill() {
        String victim = deck.draw(system.pids().keySet());
        long pid = Objects.requireNonNull(system.pids().get(victim));
        Instant at = Instant.now();
        system.kill(victim);
        return () -> {
            Waiting.until(
                    victim + " is back",
                    Duration.ofMinutes(2),
                    () -> system.pids().getOrDefault(victim, pid) != pid && system.isReady(victim));
            killed.add(new Kill(victim, at, Instant.now()));
        };
    }

    private void awaitQuiet(Map<String, Set<UUID>> before) {
        long addressed =
                promises.stream().filter(promise -> promise.answered().email() != null).count();
        Waiting.until(
                "all services are ready and have caught up",
                QUIET,
                () -> {
                    for (String service : List.of("triage", "release", "disclosure")) {
                        if (kept.cases(service).size()
                                        - Objects.requireNonNull(before.get(service)).size()
                                < reports) {
                            return false;
                        }
                    }
                    return system.isQuiet()
                            && kept.mails(to -> to.startsWith(mark)).size() >= addressed;
                });
    }

    private RunFacts facts(Map<String, Set<UUID>> before) throws Exception {
        List<Answered> answered = promises.stream().map(Promise::answered).toList();
        Set<String> opened = new HashSet<>();
        for (Promise promise : promises) {
            String code = promise.answered().trackingCode();
            Reply status = system.reporter().status(code, promise.accessKey());
            if (status.status() == 200 && status.text().contains(code)) {
                opened.add(code);
            }
        }
        Map<String, List<CaseRow>> cases = new HashMap<>();
        for (String service : List.of("triage", "release", "disclosure")) {
            cases.put(
                    service,
                    kept.cases(service).stream()
                            .filter(
                                    row ->
                                            !Objects.requireNonNull(before.get(service))
                                                    .contains(row.caseId()))
                            .toList());
        }
        List<Stored> stored = new ArrayList<>();
        try (Connection db = system.database("intake");
                Statement statement = db.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT tracking_code, id, case_id FROM report")) {
            while (rows.next()) {
                UUID kase = rows.getObject(3, UUID.class);
                if (!Objects.requireNonNull(before.get("intake")).contains(kase)) {
                    stored.add(new Stored(rows.getString(1), rows.getObject(2, UUID.class), kase));
                }
            }
        }
        return new RunFacts(
                answered,
                stored,
                cases,
                kept.mails(to -> to.startsWith(mark)),
                opened,
                List.copyOf(killed));
    }
}
