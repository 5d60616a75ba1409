package org.hikeshi.launcher.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hikeshi.parts.ProcessPlan;
import org.hikeshi.parts.WatchedProcess;
import org.jspecify.annotations.Nullable;

/** One of the five services; ready when its own {@code /q/health/ready} says so. */
final class ServiceResident implements Resident {
    /** Longer than the slowest machine needs; one that ends is told of at once. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final int port;
    private final Supplier<ProcessPlan> plan;
    private volatile @Nullable WatchedProcess process;

    /**
     * @param plan asked at every start, since the cache to use may have been written meanwhile
     */
    ServiceResident(String name, int port, Supplier<ProcessPlan> plan) {
        this.name = name;
        this.port = port;
        this.plan = plan;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        WatchedProcess started = WatchedProcess.start(plan.get());
        process = started;
        started.awaitReady(this::ready, START_LIMIT);
    }

    boolean ready() {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                        .timeout(Duration.ofSeconds(3))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public CompletableFuture<Integer> ended() {
        WatchedProcess started = process;
        return started == null ? new CompletableFuture<>() : started.ended();
    }

    @Override
    public void stop() {
        WatchedProcess started = process;
        if (started != null && started.stop()) {
            AotCaches.adopt(started.plan().command());
        }
    }

    @Override
    public long pid() {
        WatchedProcess started = process;
        return started == null ? -1 : started.pid();
    }
}
