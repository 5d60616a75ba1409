package org.hikeshi.notifier.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/** A person has something sent once more. The reason is kept, sealed with the case's key. */
@ApplicationScoped
public class ResendingMail {
    private final LedgerRows.Obligations obligations;
    private final LedgerRows.Deliveries deliveries;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CaseSeals seals;
    private final InstantSource clock;

    ResendingMail(
            LedgerRows.Obligations obligations,
            LedgerRows.Deliveries deliveries,
            Transactions transactions,
            AuditLog audit,
            CaseSeals seals,
            InstantSource clock) {
        this.obligations = obligations;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.audit = audit;
        this.seals = seals;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** A new delivery is on its way. */
        record Resent(UUID delivery) implements Outcome {}

        /** Nothing was changed. @param reason a code: unknown, under-way, withdrawn */
        record Refused(String reason) implements Outcome {}
    }

    /**
     * @param delivery the one to repeat; its obligation must have no delivery under way
     * @param by staff id
     */
    public Outcome again(UUID delivery, String messageId, String by, String reason) {
        return transactions.inTransaction(
                connection -> {
                    Optional<DeliveryRow> last = deliveries.findByIdOptional(delivery);
                    if (last.isEmpty()) {
                        return new Outcome.Refused("unknown");
                    }
                    ObligationRow owed =
                            obligations.findById(
                                    last.get().obligationId, LockModeType.PESSIMISTIC_WRITE);
                    List<DeliveryRow> all = deliveries.of(owed.id);
                    if (all.stream().anyMatch(ResendingMail::underWay)) {
                        return new Outcome.Refused("under-way");
                    }
                    if (owed.obligation() instanceof Obligation.Void) {
                        return new Outcome.Refused("withdrawn");
                    }
                    if (owed.obligation() instanceof Obligation.Failed failed) {
                        owed.set(failed.again());
                    }
                    DeliveryRow next = next(last.get(), all.size() + 1, messageId, by);
                    deliveries.persist(next);
                    audit.record(connection, entry(owed, next, by, reason));
                    return new Outcome.Resent(next.id);
                });
    }

    private AuditEntry entry(ObligationRow owed, DeliveryRow next, String by, String reason) {
        String subject = next.id.toString();
        byte[] sealed =
                seals.seal(
                        new CaseId(owed.caseId), "audit_entry", "sealed_detail", subject, reason);
        return new AuditEntry(by, "mail-resent", subject, clock.instant(), sealed);
    }

    private static boolean underWay(DeliveryRow row) {
        return row.delivery() instanceof Delivery.Waiting
                || row.delivery() instanceof Delivery.Sending;
    }

    private DeliveryRow next(DeliveryRow last, int round, String messageId, String by) {
        var row = new DeliveryRow();
        row.id = UUID.randomUUID();
        row.obligationId = last.obligationId;
        row.recipient = last.recipient;
        row.messageId = messageId;
        row.round = round;
        row.askedBy = by;
        row.set(Delivery.due(clock.instant()));
        return row;
    }
}
