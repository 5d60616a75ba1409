package org.hikeshi.disclosure.advisory;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;

/**
 * A text that was written while intake was away is complete as soon as intake has said how the
 * reporters want to be named. Reviewers are asked then, though nobody opens the page meanwhile.
 */
@Singleton
class AwaitingCredits {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Advisories advisories;
    private final DraftingAdvisory drafting;
    private final Transactions transactions;
    private final Worker worker = new Worker("credits", LOOK, this::look);

    AwaitingCredits(Advisories advisories, DraftingAdvisory drafting, Transactions transactions) {
        this.advisories = advisories;
        this.drafting = drafting;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    private boolean look() {
        List<Advisory> waiting =
                transactions.inTransaction(connection -> advisories.withoutCredits());
        waiting.forEach(drafting::askForCreditsAgain);
        return false;
    }
}
