package org.hikeshi.messaging.service;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;
import org.hikeshi.messaging.TopicDeclaration;

/**
 * What a service gives to messaging: who may say what, the topics, and a handler that uses
 * entities.
 */
class Contract {
    static final String TYPE = "org.hikeshi.test-said.v1";

    @Produces
    @Singleton
    SpokenTypes spokenTypes() {
        return type -> type.equals(TYPE) ? Set.of("teller") : Set.of();
    }

    @Produces
    @Singleton
    DeclaredTopics topics() {
        return () ->
                List.of(
                        new TopicDeclaration(
                                "wiring-" + ProcessHandle.current().pid(),
                                3,
                                Map.of("retention.ms", "-1")));
    }

    @Singleton
    static class Hearing implements EventHandler {
        @Override
        public Set<String> types() {
            return Set.of(TYPE);
        }

        @Override
        public Outcome handle(Connection connection, IncomingEvent event) {
            if (event.value().length == 0) {
                throw new IllegalStateException("empty");
            }
            Fact fact = Fact.findById(event.id());
            fact.times++;
            return Outcome.handled();
        }
    }
}
