package org.hikeshi.casefile;

import org.hikeshi.events.EventCodec;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.events.UnreadableEvent;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.UnreadableEventException;

/** From what messaging heard to what the contract of the events means by it. */
public final class EventReading {
    private static final EventCodec CODEC = new EventCodec();

    private EventReading() {}

    /**
     * The event, as the record of its type.
     *
     * @throws UnreadableEventException if the value is none: messaging parks its key
     */
    public static <E extends SaidEvent> E read(IncomingEvent event, Class<E> as) {
        try {
            return as.cast(CODEC.decode(event.type(), event.value()));
        } catch (UnreadableEvent unreadable) {
            throw new UnreadableEventException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }
}
