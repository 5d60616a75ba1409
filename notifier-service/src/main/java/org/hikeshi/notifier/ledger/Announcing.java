package org.hikeshi.notifier.ledger;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CustomersTold;
import org.hikeshi.events.DeliveryFailed;
import org.hikeshi.events.DeliveryFailure;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.NotifiedBy;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.OutgoingEvent;
import org.hikeshi.messaging.Transactions;

/**
 * Tells the other services how an obligation to a reporter ended, in the transaction in which it
 * does. How staff and customers were told stays in this house.
 */
@Singleton
class Announcing {
    private final EventCodec codec = new EventCodec();
    private final Ledger ledger;
    private final Transactions transactions;

    Announcing(Ledger ledger, Transactions transactions) {
        this.ledger = ledger;
        this.transactions = transactions;
    }

    void notified(Owing owing, Obligation.Channel by, Instant at) {
        NotifiedBy channel =
                switch (by) {
                    case MAIL, EACH -> NotifiedBy.MAIL;
                    case STATUS_PAGE -> NotifiedBy.STATUS_PAGE;
                };
        if (owing.recipient() instanceof Recipient.Reporter reporter) {
            say(
                    owing,
                    new ReporterNotified(
                            owing.caseId(),
                            reporter.report(),
                            owing.template().onTheWire().orElseThrow(),
                            owing.id(),
                            at,
                            channel),
                    at);
        }
    }

    void failed(Owing owing, int attempts, int replyCode, Instant at) {
        DeliveryFailure reason =
                replyCode == 0 ? DeliveryFailure.UNADDRESSABLE : DeliveryFailure.REFUSED;
        if (owing.recipient() instanceof Recipient.Reporter reporter) {
            say(
                    owing,
                    new DeliveryFailed(
                            owing.caseId(),
                            reporter.report(),
                            owing.template().onTheWire().orElseThrow(),
                            owing.id(),
                            at,
                            reason,
                            attempts),
                    at);
        }
    }

    /**
     * Everybody with an affected device was told of this advisory, or is known not to be reached.
     */
    void customersTold(Owing all, AdvisoryId advisory, int told, int unreachable, Instant at) {
        say(all, new CustomersTold(all.caseId(), advisory, told, unreachable, at), at);
    }

    private void say(Owing owing, CaseEvent event, Instant at) {
        var outgoing =
                new OutgoingEvent(
                        EventIds.next(at),
                        event.type(),
                        event.caseId().toString(),
                        event.subject(),
                        at,
                        owing.correlation(),
                        owing.cause(),
                        codec.encode(event));
        transactions.doInTransaction(connection -> ledger.lockAndAppend(connection, outgoing));
    }
}
