package org.hikeshi.notifier.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;

/**
 * Deliveries and attempts in the database, as the workers use them. Every method is one
 * transaction, or part of the caller's. At most one worker has a delivery in hand, in all replicas
 * together: it is taken under a row lock that others skip, and nobody settles it without the claim.
 */
@ApplicationScoped
public class MailLedger {
    private final LedgerRows.Obligations obligations;
    private final LedgerRows.Deliveries deliveries;
    private final LedgerRows.Attempts attempts;
    private final Transactions transactions;
    private final SentTexts texts;
    private final Announcing announcing;
    private final Bounces bounces;
    private final EverybodyTold everybody;
    private final InstantSource clock;

    MailLedger(
            LedgerRows.Obligations obligations,
            LedgerRows.Deliveries deliveries,
            LedgerRows.Attempts attempts,
            Transactions transactions,
            SentTexts texts,
            Announcing announcing,
            Bounces bounces,
            EverybodyTold everybody,
            InstantSource clock) {
        this.obligations = obligations;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.transactions = transactions;
        this.texts = texts;
        this.announcing = announcing;
        this.bounces = bounces;
        this.everybody = everybody;
        this.clock = clock;
    }

    /**
     * Takes the delivery that is due longest, if one is; its attempt is on record before this
     * returns.
     */
    public Optional<InHand> take() {
        return transactions.inTransaction(
                connection -> {
                    Instant now = clock.instant();
                    return deliveries.dueAt(now).map(row -> claimed(row, now));
                });
    }

    private InHand claimed(DeliveryRow row, Instant now) {
        if (!(row.delivery() instanceof Delivery.Waiting waiting)) {
            throw new IllegalStateException("the query finds waiting deliveries only");
        }
        Delivery.Sending sending = waiting.claimed(UUID.randomUUID());
        row.set(sending);
        attempts.persist(AttemptRow.begun(row.id, sending.attempts(), now));
        Owing owing = obligations.findById(row.obligationId).owing();
        return new InHand(row.id, sending, row.messageId, owing);
    }

    /** Says that the worker lives. */
    public void beat(InHand inHand) {
        transactions.doInTransaction(
                connection -> held(inHand).ifPresent(row -> row.set(heldState(row).alive())));
    }

    /**
     * Writes down how the attempt ended, and with it what follows: the obligation's state and the
     * event that tells the other services, in one transaction. Without effect if the claim was
     * lost, which only happens to a worker that stood still longer than the lease.
     */
    public void settle(InHand inHand, Result result) {
        transactions.doInTransaction(
                connection -> held(inHand).ifPresent(row -> settle(row, result)));
    }

    private void settle(DeliveryRow row, Result result) {
        Instant now = clock.instant();
        Delivery.Sending sending = heldState(row);
        ObligationRow obligation = obligations.findById(row.obligationId);
        int code =
                switch (result) {
                    case Result.Accepted accepted -> {
                        row.set(sending.accepted(now, accepted.replyCode()));
                        texts.keep(new CaseId(obligation.caseId), row.id, accepted.text());
                        fulfil(obligation, Obligation.Channel.MAIL, now);
                        yield accepted.replyCode();
                    }
                    case Result.Refused refused -> {
                        row.set(sending.refused(now, refused.replyCode()));
                        fail(obligation, sending.attempts(), refused.replyCode(), now);
                        yield refused.replyCode();
                    }
                    case Result.NoAddress none -> {
                        row.set(sending.withdrawn(now));
                        fulfil(obligation, Obligation.Channel.STATUS_PAGE, now);
                        yield 0;
                    }
                    case Result.Deferred deferred -> {
                        row.set(sending.deferred(deferred.nextTry()));
                        yield deferred.replyCode();
                    }
                };
        attempts.of(row.id, sending.attempts())
                .ended(result.outcome(), code == 0 ? null : code, now);
    }

    private void fulfil(ObligationRow row, Obligation.Channel by, Instant now) {
        if (row.obligation() instanceof Obligation.Owed owed) {
            row.set(owed.fulfilled(by, now));
            announcing.notified(row.owing(), by, now);
            bounces.closed(row.owing());
            everybody.look(row.owing());
        }
    }

    private void fail(ObligationRow row, int attempts, int replyCode, Instant now) {
        if (row.obligation() instanceof Obligation.Owed owed) {
            row.set(owed.failed(now));
            announcing.failed(row.owing(), attempts, replyCode, now);
            bounces.opened(row.owing());
            everybody.look(row.owing());
        }
    }

    /** All deliveries in hand, anywhere. */
    public List<Beat> beats() {
        return transactions.inTransaction(connection -> deliveries.beats());
    }

    /**
     * Gives up a delivery whose worker is gone; without effect if that worker has shown life since.
     */
    public void abandon(Beat last) {
        transactions.doInTransaction(
                connection -> {
                    DeliveryRow row =
                            deliveries.findById(last.deliveryId(), LockModeType.PESSIMISTIC_WRITE);
                    if (row.delivery() instanceof Delivery.Sending sending
                            && sending.claim().equals(last.claim())
                            && sending.beat() == last.beat()) {
                        Instant now = clock.instant();
                        attempts.of(row.id, sending.attempts())
                                .ended(AttemptOutcome.ABANDONED, null, now);
                        row.set(sending.abandoned(now));
                    }
                });
    }

    private Optional<DeliveryRow> held(InHand inHand) {
        DeliveryRow row = deliveries.findById(inHand.deliveryId(), LockModeType.PESSIMISTIC_WRITE);
        return row.delivery() instanceof Delivery.Sending sending
                        && sending.claim().equals(inHand.sending().claim())
                ? Optional.of(row)
                : Optional.empty();
    }

    private static Delivery.Sending heldState(DeliveryRow row) {
        return (Delivery.Sending) row.delivery();
    }

    /** What a delivery in hand last showed of its worker. */
    public record Beat(UUID deliveryId, UUID claim, int beat) {}
}
