package org.hikeshi.notifier.ledger;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Says once per advisory that everybody affected was told of it (E5.3), in the transaction in which
 * the last of them is settled. Whoever has no address, or whose mail came back, is counted, and a
 * task asks somebody to reach them in another way. Those who settle at the same time wait for each
 * other at the row that stands for all.
 */
@Singleton
class EverybodyTold {
    private final LedgerRows.Obligations obligations;
    private final Publications publications;
    private final Announcing announcing;
    private final InstantSource clock;

    EverybodyTold(
            LedgerRows.Obligations obligations,
            Publications publications,
            Announcing announcing,
            InstantSource clock) {
        this.obligations = obligations;
        this.publications = publications;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** After one of them, or the list of them, was settled. */
    void look(Owing settled) {
        if (settled.template() != Template.CUSTOMERS_TOLD) {
            return;
        }
        Optional<ObligationRow> all = obligations.toAll(settled);
        if (all.filter(row -> row.saidAt == null).filter(EverybodyTold::known).isEmpty()) {
            return;
        }
        List<ObligationRow> each = obligations.toEach(settled);
        if (each.stream().anyMatch(row -> row.obligation() instanceof Obligation.Owed)) {
            return;
        }
        ObligationRow row = all.orElseThrow();
        row.saidAt = clock.instant();
        int told = (int) each.stream().filter(EverybodyTold::known).count();
        publications
                .advisory(row.owing())
                .ifPresent(
                        advisory ->
                                announcing.customersTold(
                                        row.owing(),
                                        advisory,
                                        told,
                                        each.size() - told,
                                        row.saidAt));
    }

    private static boolean known(ObligationRow row) {
        return row.obligation() instanceof Obligation.Fulfilled;
    }
}
