package org.hikeshi.launcher.house;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.Properties;

/** What runs now, how much memory it holds, whether each service is ready, and what waits in it. */
public final class StatusReport {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Premises premises;
    private final Wishes wishes;
    private final PrintStream out;
    private long kibibytes;

    public StatusReport(Premises premises, Wishes wishes, PrintStream out) {
        this.premises = premises;
        this.wishes = wishes;
        this.out = out;
    }

    /** Prints; exit status 0 if everything is ready, 3 if not. */
    public int print() throws IOException {
        boolean all =
                row(
                        "launcher",
                        premises.run().resolve("launcher.pid"),
                        Files.exists(premises.run().resolve("ready")),
                        "");
        all &= part("postgresql");
        all &= part("kafka");
        all &= part("mailbox");
        Properties ports = read(premises.ports());
        for (String service : Premises.SERVICES) {
            String base = "http://127.0.0.1:" + ports.getProperty(service, "1");
            boolean ready = ask(base + "/q/health/ready", false).status() == 200;
            all &=
                    row(
                            service,
                            premises.run().resolve(service).resolve(service + ".pid"),
                            ready,
                            ready ? backlog(service) : "");
        }
        out.printf(
                "%s %.2f GB%n",
                wishes.japanese() ? "メモリー合計 (PSS)" : "Memory in all (PSS)",
                kibibytes / 1024.0 / 1024.0);
        return all ? 0 : 3;
    }

    private boolean part(String name) {
        Path pid = premises.data().resolve(name).resolve(name + ".pid");
        return row(name, pid, process(pid).isPresent(), "");
    }

    private boolean row(String name, Path pidFile, boolean ready, String more) {
        var process = process(pidFile);
        OptionalLong memory =
                process.map(Measures::proportionalKibibytes).orElse(OptionalLong.empty());
        // The launcher's figure would count all its children again.
        if (name.equals("launcher") && process.isPresent()) {
            memory =
                    Measures.kibibytes(
                            Path.of("/proc/" + process.get().pid() + "/smaps_rollup"), "Pss");
        }
        kibibytes += memory.orElse(0);
        String state =
                process.isEmpty()
                        ? wishes.japanese() ? "停止" : "not running"
                        : ready
                                ? wishes.japanese() ? "準備完了" : "ready"
                                : wishes.japanese() ? "準備中" : "not ready";
        out.printf(
                "%-12s %-12s %8s %10s  %s%n",
                name,
                state,
                process.map(p -> Long.toString(p.pid())).orElse("-"),
                memory.isPresent() ? memory.getAsLong() / 1024 + " MB" : "-",
                more);
        return process.isPresent() && ready;
    }

    private static java.util.Optional<ProcessHandle> process(Path pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }

    /** What waits in the service, from its own operations resource. */
    private String backlog(String service) throws IOException {
        Answer answer = ask(wishes.origin() + "/api/v1/operations/" + service, true);
        if (answer.status() != 200) {
            return "";
        }
        var said = new JsonObject(answer.body());
        String oldest = said.getString("oldestAge");
        return (wishes.japanese()
                        ? "未発行 %d%s 保留 %d 障害 %d"
                        : "unpublished %d%s  parked %d  troubles %d")
                .formatted(
                        said.getLong("backlog", 0L),
                        oldest == null ? "" : " (" + oldest + ")",
                        said.getLong("parkedCount", 0L),
                        said.getJsonArray("troubles").size());
    }

    private record Answer(int status, String body) {}

    private Answer ask(String url, boolean signedIn) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(3));
        if (signedIn) {
            String password = read(premises.people()).getProperty("it-operations.password", "");
            byte[] both = ("it-operations:" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "");
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        return properties;
    }
}
