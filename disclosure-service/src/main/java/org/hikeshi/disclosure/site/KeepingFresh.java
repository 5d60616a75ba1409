package org.hikeshi.disclosure.site;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hikeshi.disclosure.publication.Replica;
import org.hikeshi.disclosure.publication.Revisions;
import org.hikeshi.disclosure.publication.Site;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;

/**
 * Writes the pages at start, since software or policy may be new, and once a day, so that lists say
 * a date of today and security.txt does not expire.
 */
@Singleton
class KeepingFresh {
    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private final PublicSite pages;
    private final Site site;
    private final Revisions revisions;
    private final Replica replica;
    private final EntityManager database;
    private final Transactions transactions;
    private final Clock clock;
    private final Worker worker;
    private boolean started;

    KeepingFresh(
            PublicSite pages,
            Site site,
            Revisions revisions,
            Replica replica,
            EntityManager database,
            Transactions transactions,
            Clock clock) {
        this.pages = pages;
        this.site = site;
        this.revisions = revisions;
        this.replica = replica;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.worker = new Worker("public-pages", LOOK, this::look);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    private boolean look() {
        Instant now = clock.instant();
        boolean old =
                transactions.inTransaction(
                        c -> site.builtAt().map(at -> at.plus(DAY).isBefore(now)).orElse(true));
        if (!started || old) {
            transactions.doInTransaction(c -> pages.refresh(revisions.all(), versions(), now));
            replica.wake();
            started = true;
        }
        return false;
    }

    private List<String> versions() {
        return database.createNativeQuery(
                        "SELECT version FROM policy_version ORDER BY first_used_at DESC",
                        String.class)
                .getResultList();
    }
}
