package org.hikeshi.events;

import java.util.Set;

/** Which services may say a type. What another one says is forged, however well it is signed. */
public final class Speakers {

    private Speakers() {}

    /**
     * The services that may say {@code ceType}: one, but for tasks, which each service has; none
     * for a type not known here.
     */
    public static Set<String> of(String ceType) {
        return EventType.of(ceType).map(EventType::speakers).orElse(Set.of());
    }
}
