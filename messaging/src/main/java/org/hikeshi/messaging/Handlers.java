package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who hears what in this service. */
final class Handlers {
    private final Map<String, List<EventHandler>> byType = new HashMap<>();

    Handlers(Collection<EventHandler> handlers) {
        handlers.stream()
                .sorted(Comparator.comparing(handler -> handler.getClass().getName()))
                .forEach(
                        handler ->
                                handler.types()
                                        .forEach(
                                                type ->
                                                        byType.computeIfAbsent(
                                                                        type,
                                                                        t -> new ArrayList<>())
                                                                .add(handler)));
    }

    Set<String> types() {
        return Set.copyOf(byType.keySet());
    }

    /**
     * Lets everybody who hears this type do so; the first refusal is the outcome, the others still
     * hear.
     */
    Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        Outcome outcome = Outcome.handled();
        for (EventHandler handler : byType.getOrDefault(event.type(), List.of())) {
            Outcome one = handler.handle(connection, event);
            if (outcome instanceof Outcome.Handled) {
                outcome = one;
            }
        }
        return outcome;
    }
}
