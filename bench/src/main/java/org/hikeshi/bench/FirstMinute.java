package org.hikeshi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.parts.MailFolder;
import org.hikeshi.parts.Ports;

/**
 * What a person waits for: {@code ./hikeshi up} with everything built and cached, the memory of all
 * processes, and the time from a report to its acknowledgement taken by SMTP on an idle system.
 * Seconds and megabytes of this machine, for reading; nothing depends on them.
 */
final class FirstMinute {
    private static final int REPORTS = 41;
    private static final Pattern RECEIVED = Pattern.compile("\"receivedAt\":\"([^\"]+)\"");
    private static final Pattern PSS = Pattern.compile("PSS\\) ([0-9.]+ [GM]B)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path root;
    private final Path home;
    private final int port = Ports.free();
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    FirstMinute(Path root) throws IOException {
        this.root = root;
        this.home = Files.createTempDirectory("hikeshi-bench-home");
        environment.put("HIKESHI_HOME", home.toString());
        environment.put("HIKESHI_PORT_HTTP", Integer.toString(port));
        environment.put("HIKESHI_PORT_SMTP", Integer.toString(Ports.free()));
        environment.put("HIKESHI_PORT_IMAP", Integer.toString(Ports.free()));
        environment.put("LANG", "C.UTF-8");
    }

    void run() throws Exception {
        try {
            System.out.println("up, report → acknowledgement (own installation, three starts)");
            hikeshi("up");
            report("warm-up");
            hikeshi("down");
            hikeshi("up");
            awaitCaches();
            hikeshi("down");
            long start = System.nanoTime();
            hikeshi("up");
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "    up, built and cached: %.1f s (target 15 s)%n", seconds);
            Matcher memory = PSS.matcher(hikeshi("status"));
            System.out.printf(
                    "    memory of all processes: %s (target 1.8 GB)%n",
                    memory.find() ? memory.group(1) : "not told");
            System.out.printf(
                    "    report → acknowledgement taken: median %d ms of %d (target 250 ms)%n",
                    median(), REPORTS);
        } finally {
            hikeshi("down");
            deleteHome();
        }
    }

    private void deleteHome() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private long median() throws Exception {
        for (int i = 0; i < 10; i++) {
            report("warm-up-" + i);
        }
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            waits.add(report("measured-" + i));
        }
        return waits.stream().sorted().toList().get(REPORTS / 2);
    }

    /** Sends a report and waits for its mail; milliseconds between the two instants told. */
    private long report(String name) throws Exception {
        String address = name + "@example.org";
        String body =
                "{\"description\":\"x\",\"reporter\":{\"email\":\"%s\",\"language\":\"en\"}}"
                        .formatted(address);
        HttpRequest post =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/reports"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
        Matcher received = RECEIVED.matcher(answer.body());
        if (answer.statusCode() != 201 || !received.find()) {
            throw new IllegalStateException("the report was not taken: " + answer.statusCode());
        }
        Instant from = Instant.parse(received.group(1));
        return Duration.between(from, taken(address)).toMillis();
    }

    private Instant taken(String address) throws InterruptedException {
        MailFolder mails = new MailFolder(home.resolve("data/mailbox/mails"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Instant> found =
                    mails.mails().stream()
                            .filter(mail -> mail.to().contains(address))
                            .map(KeptMail::receivedAt)
                            .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no mail within " + PATIENCE);
    }

    private void awaitCaches() throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() < end) {
            try (Stream<Path> files = Files.list(home.resolve("aot"))) {
                if (files.filter(file -> file.toString().endsWith(".aot")).count() == 5) {
                    return;
                }
            }
            Thread.sleep(500);
        }
        System.out.println("    the start caches were not made within five minutes");
    }

    private String hikeshi(String command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(root.resolve("hikeshi").toString(), command)
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Path output = Files.createTempFile("hikeshi-bench", ".out");
        builder.redirectOutput(output.toFile());
        int code = builder.start().waitFor();
        String told = Files.readString(output);
        Files.delete(output);
        if (code != 0) {
            throw new IllegalStateException(
                    "./hikeshi " + command + " ended with " + code + ":\n" + told);
        }
        return told;
    }
}
