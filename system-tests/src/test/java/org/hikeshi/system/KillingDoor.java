package org.hikeshi.system;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.system.kills.RunFacts.Kill;
import org.jspecify.annotations.Nullable;

/**
 * A door behind which a service is killed (SIGKILL) while one of a step's calls is under way, or
 * while others hear what followed from it. Each shot is aimed before its step and hits once.
 */
final class KillingDoor extends Door {
    private static final int FIRST_CALLS = 3;

    /** After this the last mails of most steps have left. */
    private static final Duration LATEST = Duration.ofMillis(1_500);

    private final RunningSystem system;
    private final Random random;
    private @Nullable Shot aimed;

    KillingDoor(RunningSystem system, Random random) throws IOException {
        super(system.origin(), system.people());
        this.system = system;
        this.random = random;
    }

    /** Who is to die at which call of the step. */
    private static final class Shot {
        private final String victim;
        private final CompletableFuture<Kill> hit = new CompletableFuture<>();
        private int callsBefore;

        Shot(String victim, int callsBefore) {
            this.victim = victim;
            this.callsBefore = callsBefore;
        }
    }

    /** At one of the step's first calls; mostly while it is answered, at times a while later. */
    void aim(String victim) {
        aimed = new Shot(victim, random.nextInt(FIRST_CALLS));
    }

    /** Around an instant, whatever is called until then. */
    void aim(String victim, Instant about) {
        Shot shot = new Shot(victim, Integer.MAX_VALUE);
        aimed = shot;
        Instant at = about.plusMillis(random.nextInt(1_500) - 300);
        fire(shot, Duration.between(Instant.now(), at));
    }

    /** The kill, once it has happened; a step of few calls is followed by it. */
    Kill hit() {
        Shot shot = aimed;
        if (shot == null) {
            throw new IllegalStateException("nobody was aimed at");
        }
        aimed = null;
        if (shot.callsBefore >= 0 && shot.callsBefore < FIRST_CALLS) {
            fire(shot, Duration.ZERO);
        }
        return shot.hit.orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    @Override
    protected Answer once(Call call) {
        Shot shot = aimed;
        if (shot != null && shot.callsBefore-- == 0) {
            double early = random.nextDouble();
            fire(shot, Duration.ofMillis((long) (LATEST.toMillis() * early * early * early)));
        }
        return super.once(call);
    }

    private void fire(Shot shot, Duration after) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            LockSupport.parkNanos(Math.max(0, after.toNanos()));
                            try {
                                system.kill(shot.victim);
                                Instant now = Instant.now();
                                shot.hit.complete(new Kill(shot.victim, now, now));
                            } catch (RuntimeException missed) {
                                shot.hit.completeExceptionally(missed);
                            }
                        });
    }
}
