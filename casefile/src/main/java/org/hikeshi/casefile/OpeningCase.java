package org.hikeshi.casefile;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Set;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/**
 * Opens the file of a case when its report was received, in services that ask for it by {@code
 * hikeshi.casefile.cases=true}. The case's policy must be known: a case whose promises cannot be
 * read is not begun.
 */
@Singleton
@IfBuildProperty(name = "hikeshi.casefile.cases", stringValue = "true")
class OpeningCase implements EventHandler {
    private final PolicyVersions policies;
    private final Cases cases;

    OpeningCase(PolicyVersions policies, Cases cases) {
        this.policies = policies;
        this.cases = cases;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.REPORT_RECEIVED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) {
        ReportReceived received = EventReading.read(event, ReportReceived.class);
        policies.of(received.policyVersion().value());
        cases.open(received);
        return Outcome.handled();
    }
}
