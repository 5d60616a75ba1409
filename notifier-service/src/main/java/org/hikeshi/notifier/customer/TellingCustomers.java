package org.hikeshi.notifier.customer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.messaging.Worker;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.SpreadingMail;
import org.hikeshi.notifier.sending.DeliveringMail;
import org.hikeshi.policy.MailName;

/**
 * Finds out which customers are affected and owes each of them their own mail. Release is asked
 * until it answers.
 */
@Singleton
class TellingCustomers {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final SpreadingMail ledger;
    private final AffectedCustomers affected;
    private final PolicyVersions policies;
    private final DeliveringMail delivering;
    private final Worker worker = new Worker("telling-customers", LOOK, this::tellNext);

    TellingCustomers(
            SpreadingMail ledger,
            AffectedCustomers affected,
            PolicyVersions policies,
            DeliveringMail delivering) {
        this.ledger = ledger;
        this.affected = affected;
        this.policies = policies;
        this.delivering = delivering;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    private boolean tellNext() throws IOException {
        Optional<Owing> next = ledger.take();
        if (next.isEmpty()) {
            return false;
        }
        Owing owing = next.get();
        affected.of(owing.caseId()).ifPresent(all -> spread(owing, all));
        return true;
    }

    private void spread(Owing owing, List<AffectedCustomers.Each> all) {
        MailName mail = MailName.valueOf(owing.template().number());
        Set<Customer.Kind> told =
                AffectedCustomers.told(policies.of(owing.policyVersion().value()), mail);
        List<SpreadingMail.Each> each =
                all.stream()
                        .filter(one -> one.concernedBy(told))
                        .map(
                                one ->
                                        new SpreadingMail.Each(
                                                one.affected().customerId(),
                                                one.affected().written(),
                                                one.known().isPresent()))
                        .toList();
        ledger.spread(owing, each, delivering::newMessageId);
        delivering.wake();
    }
}
