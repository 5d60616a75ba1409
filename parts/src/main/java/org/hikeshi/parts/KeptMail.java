package org.hikeshi.parts;

import java.time.Instant;
import java.util.List;

/**
 * A mail as the mailbox took it.
 *
 * @param id stable, sorts by arrival, fit for a file name and a URL
 * @param from envelope sender, empty for a bounce
 * @param to envelope recipients
 * @param raw the message exactly as sent (RFC 5322), nothing added
 */
public record KeptMail(String id, String from, List<String> to, Instant receivedAt, byte[] raw) {
    /** Header and body as text, one character per byte; enough to look for what a test expects. */
    public String text() {
        return new String(raw, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return id;
    }
}
