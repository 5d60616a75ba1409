package org.hikeshi.triage.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.TimerHandler;

/** An instant came at which something may have become late. */
@Singleton
class LookingAgain implements TimerHandler {
    private final WatchingCase watching;

    LookingAgain(WatchingCase watching) {
        this.watching = watching;
    }

    @Override
    public String kind() {
        return WatchingCase.LOOK;
    }

    @Override
    public void fire(Connection connection, Timer timer) throws SQLException {
        watching.lockAndLook(connection, CaseId.parse(timer.payload()));
    }
}
