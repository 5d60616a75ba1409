package org.hikeshi.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.lostkey.AskingForKey;
import org.hikeshi.intake.report.ReceivingReport;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.messaging.Worker;

/** Begins with a policy that may be used, and keeps sweeping away what its time has run out on. */
@Singleton
class IntakeLife {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);

    private final Worker sweeping;
    private final Worker answering;

    IntakeLife(SealedUploads uploads, ReceivingReport receiving, AskingForKey asking) {
        this.sweeping =
                new Worker(
                        "intake sweeping",
                        BETWEEN_SWEEPS,
                        () -> {
                            uploads.sweep();
                            receiving.releaseKeys();
                            return false;
                        });
        this.answering = new Worker("lost keys", BETWEEN_LOOKS, asking::answerOne);
    }

    /** Asking for the policy is what refuses a changed text under an old number. */
    void start(@Observes StartupEvent event, PolicyVersions policies) {
        policies.current();
        sweeping.start();
        answering.start();
    }

    void stop(@Observes ShutdownEvent event) {
        sweeping.close();
        answering.close();
    }
}
