package org.hikeshi.messaging.service;

import java.util.Optional;

/**
 * Who may say what. A service gives this as a bean, built from the contract of the events;
 * messaging knows no type.
 */
@FunctionalInterface
public interface SpokenTypes {

    /** The one service whose word counts for this type; empty for an unknown type. */
    Optional<String> speakerOf(String type);
}
