package org.hikeshi.triage.absence;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.events.StaffId;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.TimerHandler;

/** Looks once more at the cases of somebody who said that they are away, or back. */
@Singleton
class LookingAtAbsence implements TimerHandler {
    static final String KIND = "look-at-absence";

    private final AnnouncingAbsence announcing;

    LookingAtAbsence(AnnouncingAbsence announcing) {
        this.announcing = announcing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(Connection connection, Timer timer) throws SQLException {
        announcing.lookAtCases(connection, new StaffId(timer.payload()));
    }
}
