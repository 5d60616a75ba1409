package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How patient devices and house are with each other. A trial is in a hurry. */
@Singleton
public class OtaSettings {
    private final Optional<Duration> polling;
    private final Optional<Duration> retryAfter;
    private final Duration cancelPatience;
    private final int attempts;
    private final boolean trial;

    OtaSettings(
            @ConfigProperty(name = "hikeshi.ota.polling") Optional<Duration> polling,
            @ConfigProperty(name = "hikeshi.ota.retry-after") Optional<Duration> retryAfter,
            @ConfigProperty(name = "hikeshi.ota.cancel-patience", defaultValue = "PT1H")
                    Duration cancelPatience,
            @ConfigProperty(name = "hikeshi.ota.attempts", defaultValue = "3") int attempts,
            @ConfigProperty(name = "hikeshi.workspace", defaultValue = "trial") String workspace) {
        this.polling = polling;
        this.retryAfter = retryAfter;
        this.cancelPatience = cancelPatience;
        this.attempts = attempts;
        this.trial = workspace.equals("trial");
    }

    /** How long a device sleeps between two questions. */
    public Duration polling() {
        return polling.orElse(trial ? Duration.ofSeconds(2) : Duration.ofMinutes(5));
    }

    /** When a device that failed is offered the update again. */
    Duration retryAfter() {
        return retryAfter.orElse(trial ? Duration.ofSeconds(5) : Duration.ofHours(1));
    }

    /** How long we wait for the answer to a cancellation before the action ends without it. */
    Duration cancelPatience() {
        return cancelPatience;
    }

    /** How often a device tries by itself before somebody has to look. */
    int attempts() {
        return attempts;
    }
}
