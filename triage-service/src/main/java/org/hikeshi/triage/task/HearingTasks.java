package org.hikeshi.triage.task;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Set;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.EventType;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/**
 * Keeps the tasks of all services, its own among them; which half is heard first does not matter.
 */
@Singleton
class HearingTasks implements EventHandler {
    private final DeskTasks tasks;

    HearingTasks(DeskTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.TASK_OPENED.ceType(), EventType.TASK_CLOSED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) {
        CaseEvent said = EventReading.read(event, CaseEvent.class);
        if (said instanceof TaskOpened opened) {
            tasks.opened(opened);
        } else if (said instanceof TaskClosed closed) {
            tasks.closed(closed);
        }
        return Outcome.handled();
    }
}
