package org.hikeshi.notifier.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The three tables of the mail ledger. */
final class LedgerRows {
    private static final int SKIP_LOCKED = -2;

    private LedgerRows() {}

    @ApplicationScoped
    static class Obligations implements PanacheRepositoryBase<ObligationRow, UUID> {
        List<ObligationRow> ofCase(UUID caseId) {
            return list("caseId", caseId);
        }

        /** The row by which a letter is owed to all affected customers, held. */
        Optional<ObligationRow> toAll(Owing like) {
            return find(
                            "cause = ?1 and template = ?2 and recipient = ?3",
                            like.cause(),
                            like.template(),
                            new Recipient.AffectedCustomers().reference())
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResultOptional();
        }

        /** The rows by which it is owed to each of them. */
        List<ObligationRow> toEach(Owing like) {
            return list(
                    "cause = ?1 and template = ?2 and recipient like 'customer:%'",
                    like.cause(), like.template());
        }

        /** One that is owed to all affected customers and whose time to ask has come. */
        Optional<ObligationRow> toSpread(Instant now) {
            return find("askAt <= ?1 order by askAt", now)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                    .firstResultOptional();
        }
    }

    @ApplicationScoped
    static class Attempts implements PanacheRepositoryBase<AttemptRow, AttemptRow.Key> {
        AttemptRow of(UUID delivery, int number) {
            return findById(new AttemptRow.Key(delivery, number));
        }

        List<AttemptRow> of(UUID delivery) {
            return list("deliveryId = ?1 order by number", delivery);
        }
    }

    @ApplicationScoped
    static class Deliveries implements PanacheRepositoryBase<DeliveryRow, UUID> {
        Optional<DeliveryRow> dueAt(Instant now) {
            return find("state = ?1 and dueAt <= ?2 order by dueAt", DeliveryRow.State.WAITING, now)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                    .firstResultOptional();
        }

        List<DeliveryRow> of(UUID obligation) {
            return list("obligationId = ?1 order by round", obligation);
        }

        List<MailLedger.Beat> beats() {
            return find("state", DeliveryRow.State.SENDING).stream()
                    .map(row -> new MailLedger.Beat(row.id, row.claim, row.beat))
                    .toList();
        }
    }
}
