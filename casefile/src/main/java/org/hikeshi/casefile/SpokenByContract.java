package org.hikeshi.casefile;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.hikeshi.events.Speakers;
import org.hikeshi.events.Topics;
import org.hikeshi.messaging.TopicDeclaration;
import org.hikeshi.messaging.service.DeclaredTopics;
import org.hikeshi.messaging.service.SpokenTypes;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.ServiceTokens;

/**
 * Tells messaging, which knows no type, what the contract of the events says about speakers and
 * topics.
 */
class SpokenByContract {
    @Produces
    @Singleton
    @DefaultBean
    SpokenTypes speakers() {
        return Speakers::of;
    }

    /** All declared topics; a service says its facts on the first one, {@code case-events}. */
    @Produces
    @Singleton
    @DefaultBean
    DeclaredTopics topics() {
        List<TopicDeclaration> all =
                Topics.declared().stream()
                        .map(t -> new TopicDeclaration(t.name(), t.partitions(), t.config()))
                        .toList();
        if (!all.getFirst().name().equals(Topics.CASE_EVENTS)) {
            throw new IllegalStateException("topics.json names " + Topics.CASE_EVENTS + " first");
        }
        return () -> all;
    }

    @Produces
    @Singleton
    @DefaultBean
    ServiceTokens tokens(ServiceIdentity identity, Clock clock) {
        return new ServiceTokens(identity, clock);
    }
}
