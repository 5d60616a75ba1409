package org.hikeshi.messaging.service;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.hikeshi.messaging.Messaging;

/**
 * Starts the loops once the schema is migrated, and ends them, work under way finished, before the
 * pool closes.
 */
@Singleton
class MessagingLifecycle {
    private final Messaging messaging;
    private final MeterRegistry meters;

    MessagingLifecycle(Messaging messaging, MeterRegistry meters) {
        this.messaging = messaging;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("hikeshi.messaging.waiting", messaging, Messaging::waiting)
                .description("records taken from the broker and not yet done")
                .register(meters);
        Gauge.builder("hikeshi.audit.unsealed", messaging, Messaging::unsealedActs)
                .description("acts not yet chained")
                .register(meters);
        Gauge.builder("hikeshi.audit.alarms", messaging, Messaging::auditAlarms)
                .description("ALARM: chaining, signing or exporting of acts stands still")
                .register(meters);
        count("published", "events brought to the broker", messaging::published);
        count("republished", "events said again", messaging::republished);
        count("handled", "events that took effect", messaging.counts().handled()::sum);
        count("refused", "events the domain refused", messaging.counts().refused()::sum);
        count("duplicates", "events heard before", messaging.counts().duplicates()::sum);
        count("skipped", "records nobody here hears", messaging.counts().skipped()::sum);
        count("parked", "records put aside", messaging.counts().parked()::sum);
        count("forged", "ALARM: records nobody said", messaging.counts().forged()::sum);
        messaging.start();
    }

    private void count(String name, String description, Count count) {
        FunctionCounter.builder("hikeshi.messaging." + name, count, c -> c.sum())
                .description(description)
                .register(meters);
    }

    @FunctionalInterface
    private interface Count {
        long sum();
    }

    void stop(@Observes ShutdownEvent event) {
        messaging.close();
    }
}
