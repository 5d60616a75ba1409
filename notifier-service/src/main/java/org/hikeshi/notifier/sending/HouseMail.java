package org.hikeshi.notifier.sending;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** Hands over a mail to one of the people that is about no case, under today's policy. */
@Singleton
public class HouseMail {
    private static final Duration PULSE = Duration.ofSeconds(10);

    private final Addresses addresses;
    private final Correspondence correspondence;
    private final MailServer server;

    HouseMail(Addresses addresses, Correspondence correspondence, MailServer server) {
        this.addresses = addresses;
        this.correspondence = correspondence;
        this.server = server;
    }

    /** What became of one attempt. */
    public enum Outcome {
        ACCEPTED,
        /** Never to be taken, or nobody to be reached. */
        REFUSED,
        LATER
    }

    /**
     * One attempt; waits for the verdict.
     *
     * @param messageId the same for all attempts of one mail
     * @param heartbeat done every few seconds while waiting
     */
    public Outcome send(
            String staff,
            String messageId,
            BiFunction<Policy, List<Language>, Letter> writer,
            Runnable heartbeat)
            throws InterruptedException {
        if (!(addresses.of(new Recipient.Person(staff)) instanceof Contact.Reachable reader)) {
            return Outcome.REFUSED;
        }
        return switch (server.take(
                correspondence.aboutTheHouse(writer, reader, messageId),
                reader.address(),
                PULSE,
                heartbeat)) {
            case SmtpVerdict.Taken _ -> Outcome.ACCEPTED;
            case SmtpVerdict.Never _ -> Outcome.REFUSED;
            case SmtpVerdict.Later _, SmtpVerdict.NoAnswer _ -> Outcome.LATER;
        };
    }
}
