package org.hikeshi.messaging.service;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.hikeshi.messaging.Messaging;

/** What an operator does about a parked record; the reason is kept sealed in the audit log. */
@Singleton
public class ActingOnParked {
    private static final int LONGEST_REASON = 500;

    private final Messaging messaging;
    private final AuditDetails details;

    ActingOnParked(Messaging messaging, AuditDetails details) {
        this.messaging = messaging;
        this.details = details;
    }

    /** Whether somebody who gives this reason has said one: 1 to 500 characters. */
    public static boolean isReason(String reason) {
        return !reason.isBlank() && reason.strip().length() <= LONGEST_REASON;
    }

    /**
     * Tries it again now.
     *
     * @param actor staff id
     * @return false if no such record waits
     */
    public boolean retry(UUID id, String actor, String reason) {
        return messaging.parkedRecords().retry(id, actor, sealed(id, reason));
    }

    /**
     * Gives it up for ever.
     *
     * @param actor staff id
     * @return false if no such record waits
     */
    public boolean discard(UUID id, String actor, String reason) {
        return messaging.parkedRecords().discard(id, actor, sealed(id, reason));
    }

    private byte[] sealed(UUID id, String reason) {
        return details.seal(id.toString(), reason.strip());
    }
}
