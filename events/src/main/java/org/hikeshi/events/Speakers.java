package org.hikeshi.events;

import java.util.Optional;

/** Which service may say a type. What another one says is forged, however well it is signed. */
public final class Speakers {

    private Speakers() {}

    /** The only service that may say {@code ceType}; empty for a type not known here. */
    public static Optional<String> of(String ceType) {
        return EventType.of(ceType).map(EventType::speaker);
    }
}
