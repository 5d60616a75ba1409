package org.hikeshi.notifier.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the mail server is reached. */
@ConfigMapping(prefix = "hikeshi.smtp")
interface MailServerSettings {
    String host();

    int port();

    /**
     * {@code none} on one machine only; {@code starttls} (required, not opportunistic) or {@code
     * tls} elsewhere.
     */
    @WithDefault("none")
    Encryption encryption();

    Optional<String> user();

    Optional<String> password();

    /** The name this service greets with; the machine's own if absent. */
    Optional<String> greeting();

    /**
     * MAIL FROM; {@code bounces@} the desk's domain if absent. Bounces never go to the desk itself
     * (RFC 3834 §3.3).
     */
    Optional<String> envelopeSender();

    /** How long a connection may take to come up. */
    @WithDefault("PT10S")
    Duration connect();

    /**
     * How long the server may be silent before its connection is cut: 10 minutes, since giving up
     * earlier on the answer to the final dot makes doubled mails (RFC 5321 §4.5.3.2.6).
     */
    @WithDefault("PT10M")
    Duration patience();

    /** How long a connection is kept for the next mail. */
    @WithDefault("PT30S")
    Duration keepAlive();

    /** Connections, and mails, at a time. */
    @WithDefault("4")
    int lines();

    enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }
}
