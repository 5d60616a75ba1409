package org.hikeshi.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loop that works through rows: round after round while there is something to do, then waits
 * until it is woken or the polling time has passed. A round that fails is tried again after a wait
 * that grows; the loop itself never ends by an error. Several replicas may run the same loop if the
 * rounds claim their rows with {@code FOR UPDATE SKIP LOCKED}.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    /** One round. */
    @FunctionalInterface
    public interface Round {
        /** Returns true if there may be more to do at once. */
        boolean work() throws Exception;
    }

    private final String name;
    private final Duration poll;
    private final Duration breath;
    private final Round round;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean closing;
    private volatile @Nullable String trouble;
    private @Nullable Thread thread;

    public Worker(String name, Duration poll, Round round) {
        this(name, poll, Duration.ZERO, round);
    }

    /**
     * @param breath how long a round that found all there was lets new rows gather, even if woken;
     *     what is woken after that time is not delayed by it
     */
    Worker(String name, Duration poll, Duration breath, Round round) {
        this.name = name;
        this.poll = poll;
        this.breath = breath;
        this.round = round;
    }

    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::loop);
        }
    }

    /** Starts a round soon. Cheap; may be called from any thread at any time. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Why the last round failed, in one line without content; empty if it did not. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void loop() {
        int failures = 0;
        while (!closing) {
            try {
                boolean more = round.work();
                failures = 0;
                trouble = null;
                if (!more) {
                    Thread.sleep(breath);
                    rest(poll);
                }
            } catch (InterruptedException e) {
                closing = true;
            } catch (Exception e) {
                failures++;
                noteTrouble(e);
                pause(BACKOFF.after(failures));
            }
        }
    }

    private void noteTrouble(Exception e) {
        String line = Failure.describe(e);
        if (!line.equals(trouble)) {
            LOG.warn("{}: {}", name, line);
        }
        trouble = line;
    }

    private void rest(Duration time) throws InterruptedException {
        if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    /** Waits even if woken: a failing round must not spin, but a closing loop must not wait. */
    private void pause(Duration time) {
        try {
            long until = System.nanoTime() + time.toNanos();
            while (!closing && System.nanoTime() < until) {
                rest(Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Ends after the running round. */
    @Override
    public void close() {
        closing = true;
        wake();
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
