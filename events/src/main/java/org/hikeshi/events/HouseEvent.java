package org.hikeshi.events;

/**
 * A fact about one of the house's own services, on {@code case-events}. Its key is the service's
 * own and no case's.
 */
public sealed interface HouseEvent extends SaidEvent permits EventParked, AuditAlarm {

    /** The service that says it, about itself. */
    HouseService service();

    @Override
    default String key() {
        return service().key().toString();
    }

    @Override
    default String subject() {
        return key();
    }
}
