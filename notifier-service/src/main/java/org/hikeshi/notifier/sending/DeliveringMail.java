package org.hikeshi.notifier.sending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The workers that bring what is due to the mail server. They are woken after a commit that made
 * something due, and look by themselves once a second: retries and what other replicas left become
 * due without anybody waking.
 */
@Singleton
public class DeliveringMail {
    private static final Logger LOG = Logger.getLogger(DeliveringMail.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(20);

    private final SendingMail sending;
    private final Vigil vigil;
    private final Correspondence correspondence;
    private final MailServerSettings settings;
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean stopping;

    DeliveringMail(
            SendingMail sending,
            Vigil vigil,
            Correspondence correspondence,
            MailServerSettings settings) {
        this.sending = sending;
        this.vigil = vigil;
        this.correspondence = correspondence;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < settings.lines(); i++) {
            begin("mail-" + i, this::sendAllDue, this::listen);
        }
        begin("mail-vigil", vigil::look, () -> Thread.sleep(vigil.pace()));
    }

    private interface Waiting {
        void untilNextRound() throws InterruptedException;
    }

    private void begin(String name, Runnable round, Waiting waiting) {
        workers.add(Thread.ofVirtual().name(name).start(() -> work(round, waiting)));
    }

    /** Something became due. */
    public void wake() {
        if (bell.availablePermits() < settings.lines()) { // more could do nothing more
            bell.release();
        }
    }

    /** The id that all attempts of a new delivery will bear. */
    public String newMessageId() {
        return correspondence.newMessageId();
    }

    private void work(Runnable round, Waiting waiting) {
        while (!stopping) {
            try {
                try {
                    round.run();
                } catch (RuntimeException failed) {
                    // Mostly the database; messages may quote values, so only the kind is told.
                    LOG.warnf("mail waits: %s", failed.getClass().getSimpleName());
                    Thread.sleep(LOOK);
                }
                waiting.untilNextRound();
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void sendAllDue() {
        while (!stopping && sending.sendNext()) {
            // one after the other
        }
    }

    private void listen() throws InterruptedException {
        var _ = bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS); // woken or not, look
    }

    /** Lets mails under way finish; takes no new ones. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        bell.release(settings.lines());
        long until = System.nanoTime() + GOODBYE.toNanos();
        for (Thread worker : workers) {
            try {
                worker.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            } catch (InterruptedException hurry) {
                return;
            }
        }
    }
}
