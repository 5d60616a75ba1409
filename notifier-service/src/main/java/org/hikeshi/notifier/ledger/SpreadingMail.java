package org.hikeshi.notifier.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hikeshi.events.ObligationId;
import org.hikeshi.messaging.Backoff;
import org.hikeshi.messaging.Transactions;

/**
 * What is owed to all affected customers becomes one obligation for each of them. Every method is
 * one transaction; between them release is asked. Asking twice makes nothing twice.
 */
@ApplicationScoped
public class SpreadingMail {
    private static final Backoff AWAY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final LedgerRows.Obligations obligations;
    private final OwingMail owing;
    private final EverybodyTold everybody;
    private final Transactions transactions;
    private final InstantSource clock;

    SpreadingMail(
            LedgerRows.Obligations obligations,
            OwingMail owing,
            EverybodyTold everybody,
            Transactions transactions,
            InstantSource clock) {
        this.obligations = obligations;
        this.owing = owing;
        this.everybody = everybody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One customer.
     *
     * @param detail what their letter is written from
     * @param reachable whether the registry knows an address
     */
    public record Each(String customer, String detail, boolean reachable) {}

    /** The next one to ask about; if the answer fails to come, it is given again later. */
    public Optional<Owing> take() {
        return transactions.inTransaction(
                connection -> {
                    Instant now = clock.instant();
                    return obligations
                            .toSpread(now)
                            .map(
                                    row -> {
                                        row.asked++;
                                        row.askAt = now.plus(AWAY.after(row.asked));
                                        return row.owing();
                                    });
                });
    }

    /** Owes it to each of them. */
    public void spread(Owing all, List<Each> customers, Supplier<String> messageIds) {
        transactions.doInTransaction(
                connection -> {
                    ObligationRow row = obligations.findById(all.id().value());
                    if (!(row.obligation() instanceof Obligation.Owed owed)) {
                        return;
                    }
                    Instant now = clock.instant();
                    row.set(owed.fulfilled(Obligation.Channel.EACH, now));
                    row.askAt = null;
                    for (Each one : customers) {
                        Owing own = own(all, one);
                        if (one.reachable()) {
                            owing.owe(own, messageIds.get(), now);
                        } else {
                            owing.oweInVain(own);
                        }
                    }
                    everybody.look(all);
                });
    }

    private static Owing own(Owing all, Each one) {
        return new Owing(
                ObligationId.random(),
                all.cause(),
                all.about(),
                all.occasion(),
                all.correlation(),
                all.clause(),
                all.template(),
                all.caseId(),
                new Recipient.Customer(one.customer()),
                all.trackingCode(),
                all.policyVersion(),
                all.language(),
                all.causedAt(),
                one.detail());
    }
}
