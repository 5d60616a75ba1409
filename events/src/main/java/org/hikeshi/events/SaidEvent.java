package org.hikeshi.events;

/**
 * A fact that one service says to all. On the wire: CloudEvents 1.0, the value being this record as
 * JSON. What it is about decides the topic.
 */
public sealed interface SaidEvent permits CaseEvent, CatalogueEvent, HouseEvent {

    /** {@code org.hikeshi.<name>.v1}, the {@code ce_type}. */
    default String type() {
        return EventType.of(getClass()).ceType();
    }

    /** The record's key: what is said under one key is heard in order. */
    String key();

    /** What it is about, the {@code ce_subject}: an id. */
    String subject();
}
