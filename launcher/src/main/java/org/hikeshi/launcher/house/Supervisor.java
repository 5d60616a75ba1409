package org.hikeshi.launcher.house;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts again what dies, after 1, 2, 4 … 30 seconds; who ran for a minute begins at 1 again. Every
 * end and every new start is told.
 */
public final class Supervisor {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** Hears what happens; called from several threads. */
    public interface Listener {
        void ended(Resident who, int status, Duration waits);

        void startedAgain(Resident who);

        void failedToStart(Resident who, String sentence);
    }

    private final Listener listener;
    private final InstantSource clock;
    private final Duration firstWait;
    private final List<Resident> residents = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    public Supervisor(Listener listener, InstantSource clock, Duration firstWait) {
        this.listener = listener;
        this.clock = clock;
        this.firstWait = firstWait;
    }

    /** From now on this running process is kept alive. */
    public void keep(Resident resident) {
        residents.add(resident);
        Thread.ofVirtual().name("keeper of " + resident.name()).start(() -> watch(resident));
    }

    private void watch(Resident resident) {
        Duration wait = firstWait;
        var since = clock.instant();
        try {
            while (true) {
                int status = resident.ended().join();
                if (Duration.between(since, clock.instant()).compareTo(SETTLED) >= 0) {
                    wait = firstWait;
                }
                if (isStopping(Duration.ZERO)) {
                    return;
                }
                listener.ended(resident, status, wait);
                if (isStopping(wait)) {
                    return;
                }
                since = clock.instant();
                startAgain(resident);
                wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain(Resident resident) {
        try {
            resident.start();
            listener.startedAgain(resident);
        } catch (RuntimeException e) {
            if (stopping.getCount() > 0) {
                listener.failedToStart(resident, String.valueOf(e.getMessage()));
                resident.stop();
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean isStopping(Duration within) throws InterruptedException {
        return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends all in order: services together, then each part, last started first. */
    public void stopAll() {
        stopping.countDown();
        List<Resident> services =
                residents.stream().filter(r -> !(r instanceof PartResident)).toList();
        CompletableFuture.allOf(
                        services.stream()
                                .map(
                                        service ->
                                                CompletableFuture.runAsync(
                                                        service::stop, Thread::startVirtualThread))
                                .toArray(CompletableFuture[]::new))
                .join();
        residents.reversed().stream()
                .filter(PartResident.class::isInstance)
                .forEach(Resident::stop);
    }

    public List<Resident> residents() {
        return List.copyOf(residents);
    }
}
