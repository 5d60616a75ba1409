package org.hikeshi.notifier.sending;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.messaging.Backoff;
import org.hikeshi.notifier.ledger.AttemptOutcome;
import org.hikeshi.notifier.ledger.InHand;
import org.hikeshi.notifier.ledger.MailLedger;
import org.hikeshi.notifier.ledger.Result;
import org.jboss.logging.Logger;

/**
 * One attempt: take a delivery, find out where it goes, hand it over, write down what came of it.
 */
@Singleton
class SendingMail {
    private static final Logger LOG = Logger.getLogger(SendingMail.class);

    /** A server that is away is asked every half minute, for the promise runs on. */
    private static final Backoff AWAY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /**
     * One that said "later" is left in peace longer, as greylisting and full mailboxes want it (RFC
     * 5321 §4.5.4.1); for ever, since the policy promises the mail.
     */
    private static final Backoff BUSY = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));

    private final MailLedger ledger;
    private final Addresses addresses;
    private final Correspondence correspondence;
    private final MailServer server;
    private final InstantSource clock;
    private final Duration pulse;

    SendingMail(
            MailLedger ledger,
            Addresses addresses,
            Correspondence correspondence,
            MailServer server,
            InstantSource clock,
            @ConfigProperty(name = Vigil.LEASE) Duration lease) {
        this.ledger = ledger;
        this.addresses = addresses;
        this.correspondence = correspondence;
        this.server = server;
        this.clock = clock;
        this.pulse = lease.dividedBy(4);
    }

    /**
     * @return whether there was something to send
     */
    boolean sendNext() {
        Optional<InHand> taken = ledger.take();
        taken.ifPresent(delivery -> settle(delivery, attempt(delivery)));
        return taken.isPresent();
    }

    private Result attempt(InHand delivery) {
        try {
            return switch (addresses.of(delivery.owing().recipient())) {
                case Contact.Reachable reachable -> send(delivery, reachable);
                case Contact.NoAddress none -> new Result.NoAddress();
                case Contact.Unusable unusable -> new Result.Refused(0);
                case Contact.Unavailable away ->
                        later(delivery, AttemptOutcome.CONTACT_UNAVAILABLE, 0, AWAY);
            };
        } catch (TextUnavailableException away) {
            return later(delivery, AttemptOutcome.TEXT_UNAVAILABLE, 0, AWAY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return later(delivery, AttemptOutcome.CONTACT_UNAVAILABLE, 0, AWAY);
        }
    }

    private Result send(InHand delivery, Contact.Reachable contact)
            throws TextUnavailableException {
        Correspondence.Written written = correspondence.message(delivery, contact);
        SmtpVerdict verdict =
                server.take(written.message(), contact.address(), pulse, () -> beat(delivery));
        return switch (verdict) {
            case SmtpVerdict.Taken taken -> new Result.Accepted(taken.replyCode(), written.text());
            case SmtpVerdict.Never never -> new Result.Refused(never.replyCode());
            case SmtpVerdict.Later busy ->
                    later(delivery, AttemptOutcome.DEFERRED, busy.replyCode(), BUSY);
            case SmtpVerdict.NoAnswer none -> later(delivery, AttemptOutcome.UNREACHABLE, 0, AWAY);
        };
    }

    private Result later(InHand delivery, AttemptOutcome how, int replyCode, Backoff backoff) {
        Instant next = clock.instant().plus(backoff.after(delivery.sending().attempts()));
        return new Result.Deferred(how, replyCode, next);
    }

    private void beat(InHand delivery) {
        try {
            ledger.beat(delivery);
        } catch (RuntimeException databaseAway) {
            // The next beat may succeed; nobody takes over before a whole lease without one was
            // seen.
            LOG.debugf("beat missed: %s", databaseAway.getClass().getSimpleName());
        }
    }

    /**
     * What a server has taken must not be forgotten: while this process lives it tries to write it
     * down.
     */
    private void settle(InHand delivery, Result result) {
        while (true) {
            try {
                ledger.settle(delivery, result);
                tell(delivery, result);
                return;
            } catch (RuntimeException databaseAway) {
                LOG.warnf(
                        "result of a mail waits for the database: %s",
                        databaseAway.getClass().getSimpleName());
                try {
                    Thread.sleep(200);
                } catch (InterruptedException stopping) {
                    throw databaseAway;
                }
            }
        }
    }

    private static void tell(InHand delivery, Result result) {
        LOG.infof(
                "%s in case %s, attempt %d: %s",
                delivery.owing().template(),
                delivery.owing().caseId(),
                delivery.sending().attempts(),
                result.outcome());
    }
}
