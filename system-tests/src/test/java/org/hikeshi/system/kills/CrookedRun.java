package org.hikeshi.system.kills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.hikeshi.parts.Ports;

/** Starts, addresses and kills a {@link CrookedDesk}; its topic goes with it. */
public final class CrookedRun implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String jdbcUrl;
    private final String kafka;
    private final int smtpPort;
    private final Path log;
    private Process process;

    public CrookedRun(String jdbcUrl, String kafka, int smtpPort, Path log)
            throws IOException, InterruptedException, ExecutionException {
        this.jdbcUrl = jdbcUrl;
        this.kafka = kafka;
        this.smtpPort = smtpPort;
        this.log = log;
        port = Ports.free();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(CrookedDesk.TOPIC, 1, (short) 1))).all().get();
        }
        process = begin();
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrookedDesk.class.getName(),
                        String.valueOf(port),
                        jdbcUrl,
                        kafka,
                        String.valueOf(smtpPort))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /**
     * @return the code that the client was promised
     */
    public String report(String email) throws IOException, InterruptedException {
        var answer =
                http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/reports"))
                                .POST(HttpRequest.BodyPublishers.ofString(email))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    /** SIGKILL, and a start as a supervisor would do it. */
    public void killAndRestart(Runnable between) throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        between.run();
        process = begin();
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        process.destroyForcibly();
        process.onExit().join();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteTopics(List.of(CrookedDesk.TOPIC)).all().get();
        }
    }
}
