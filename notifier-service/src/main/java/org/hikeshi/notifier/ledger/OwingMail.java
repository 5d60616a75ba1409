package org.hikeshi.notifier.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ObligationId;

/**
 * Writes down what is owed, and takes back what turns out not to be while nobody was told. All
 * methods are part of the caller's transaction, which holds the case's row, so that nobody else
 * writes for the same case.
 */
@ApplicationScoped
public class OwingMail {
    private final LedgerRows.Obligations obligations;
    private final LedgerRows.Deliveries deliveries;
    private final Announcing announcing;
    private final Bounces bounces;
    private final InstantSource clock;

    OwingMail(
            LedgerRows.Obligations obligations,
            LedgerRows.Deliveries deliveries,
            Announcing announcing,
            Bounces bounces,
            InstantSource clock) {
        this.obligations = obligations;
        this.deliveries = deliveries;
        this.announcing = announcing;
        this.bounces = bounces;
        this.clock = clock;
    }

    /**
     * An obligation as it stands in the ledger.
     *
     * @param owed whether it is still to be fulfilled
     */
    public record Entry(
            ObligationId id,
            UUID cause,
            Template template,
            Recipient recipient,
            Occasion occasion,
            Instant causedAt,
            boolean owed,
            boolean withdrawn) {}

    public List<Entry> ofCase(CaseId caseId) {
        return obligations.ofCase(caseId.value()).stream()
                .map(
                        row ->
                                new Entry(
                                        new ObligationId(row.id),
                                        row.cause,
                                        row.template,
                                        Recipient.of(row.recipient),
                                        row.occasion,
                                        row.causedAt,
                                        row.state == ObligationRow.State.OWED,
                                        row.state == ObligationRow.State.VOID))
                .toList();
    }

    /** Owed to somebody with an address: one delivery, not to be tried before the instant given. */
    public void owe(Owing owing, String messageId, Instant notBefore) {
        obligations.persist(ObligationRow.of(owing));
        deliver(owing.id().value(), owing.recipient(), messageId, notBefore);
    }

    private void deliver(UUID obligation, Recipient to, String messageId, Instant notBefore) {
        var row = new DeliveryRow();
        row.id = UUID.randomUUID();
        row.obligationId = obligation;
        row.recipient = to.reference();
        row.messageId = messageId;
        row.round = deliveries.of(obligation).size() + 1;
        row.set(Delivery.due(notBefore));
        deliveries.persist(row);
    }

    /**
     * Owed to somebody without address: the status page says the same, so it is fulfilled at once.
     */
    public void oweOnStatusPage(Owing owing) {
        ObligationRow row = ObligationRow.of(owing);
        obligations.persist(row);
        Instant now = clock.instant();
        row.set(new Obligation.Owed().fulfilled(Obligation.Channel.STATUS_PAGE, now));
        announcing.notified(owing, Obligation.Channel.STATUS_PAGE, now);
    }

    /** Owed to all affected customers: who they are is asked later, one by one they follow. */
    public void oweToAll(Owing owing) {
        obligations.persist(ObligationRow.of(owing));
    }

    /** Owed to somebody who cannot be reached at all: counted, and seen by who looks. */
    public void oweInVain(Owing owing) {
        ObligationRow row = ObligationRow.of(owing);
        obligations.persist(row);
        row.set(new Obligation.Owed().failed(clock.instant()));
        bounces.opened(owing);
    }

    /** It was taken back and is owed after all. */
    public void oweAgain(ObligationId id, String messageId, Instant notBefore) {
        ObligationRow row = obligations.findById(id.value());
        if (row.obligation() instanceof Obligation.Void gone) {
            row.set(gone.again());
            if (Recipient.of(row.recipient) instanceof Recipient.AffectedCustomers) {
                row.askAt = notBefore;
            } else {
                deliver(row.id, Recipient.of(row.recipient), messageId, notBefore);
            }
        }
    }

    /** Not owed after all. Without effect once sending has begun: what was said stays said. */
    public void withdraw(ObligationId id) {
        ObligationRow row = obligations.findById(id.value());
        List<DeliveryRow> untouched =
                deliveries.of(row.id).stream().filter(OwingMail::neverTried).toList();
        if (row.obligation() instanceof Obligation.Owed owed
                && untouched.size() == deliveries.of(row.id).size()) {
            Instant now = clock.instant();
            row.set(owed.withdrawn(now));
            row.askAt = null;
            untouched.forEach(
                    delivery -> {
                        if (delivery.delivery() instanceof Delivery.Waiting waiting) {
                            delivery.set(waiting.withdrawn(now));
                        }
                    });
        }
    }

    private static boolean neverTried(DeliveryRow row) {
        return row.delivery() instanceof Delivery.Waiting waiting && waiting.attempts() == 0;
    }
}
