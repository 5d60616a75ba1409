package org.hikeshi.notifier.reporter;

import java.util.Optional;
import org.hikeshi.events.Severity;

/** The severity of an event in the policy's terms. */
public final class Severities {
    private Severities() {}

    /** Empty for none, and for one this version does not know. */
    public static Optional<org.hikeshi.policy.Severity> ofPolicy(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Optional.of(org.hikeshi.policy.Severity.CRITICAL);
            case HIGH -> Optional.of(org.hikeshi.policy.Severity.HIGH);
            case MEDIUM -> Optional.of(org.hikeshi.policy.Severity.MEDIUM);
            case LOW -> Optional.of(org.hikeshi.policy.Severity.LOW);
            case NONE, UNKNOWN -> Optional.empty();
        };
    }
}
