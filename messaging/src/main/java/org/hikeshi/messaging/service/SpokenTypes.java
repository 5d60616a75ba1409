package org.hikeshi.messaging.service;

import java.util.Set;

/**
 * Who may say what. A service gives this as a bean, built from the contract of the events;
 * messaging knows no type.
 */
@FunctionalInterface
public interface SpokenTypes {

    /** The services whose word counts for this type; none for an unknown type. */
    Set<String> speakersOf(String type);
}
