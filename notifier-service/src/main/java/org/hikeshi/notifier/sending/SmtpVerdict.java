package org.hikeshi.notifier.sending;

/** What the mail server made of one mail. */
sealed interface SmtpVerdict {

    /** Taken: the server has answered the final dot with a 2xx and now answers for the mail. */
    record Taken(int replyCode) implements SmtpVerdict {}

    /**
     * Not now: a 4xx, or a 5xx that means us (greeting, sign-in, sender) and not this recipient.
     */
    record Later(int replyCode) implements SmtpVerdict {}

    /** Not ever: a 5xx for this recipient or this text; 0 if no envelope could be made. */
    record Never(int replyCode) implements SmtpVerdict {}

    /**
     * No connection, or it broke or fell silent. If that happened after the final dot, nobody can
     * know whether the mail was taken (RFC 1047); it is sent again under the same Message-ID.
     */
    record NoAnswer() implements SmtpVerdict {}
}
