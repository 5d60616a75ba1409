package org.hikeshi.disclosure.advisory;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.disclosure.knowledge.Listening;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.Finding;
import org.hikeshi.events.Scored;
import org.hikeshi.messaging.IncomingEvent;

/**
 * A case that was found valid needs an advisory: the office is asked for a draft. A remedy that
 * came may be what an approved text waited for.
 */
@Singleton
class AskingForDraft implements Listening {
    private final Advisories advisories;
    private final AskingPeople asking;
    private final DueSoon due;

    AskingForDraft(Advisories advisories, AskingPeople asking, DueSoon due) {
        this.advisories = advisories;
        this.asking = asking;
        this.due = due;
    }

    @Override
    public void heard(Connection connection, CaseEvent said, IncomingEvent event)
            throws SQLException {
        if (said instanceof Scored scored) {
            askForDraft(connection, scored);
        } else {
            for (Advisory advisory : advisories.ofCase(said.caseId())) {
                due.look(connection, advisory);
            }
        }
    }

    private void askForDraft(Connection connection, Scored scored) throws SQLException {
        boolean begun =
                advisories.ofCase(scored.caseId()).stream()
                        .anyMatch(advisory -> advisory.kind() == AdvisoryKind.SA);
        if (scored.finding() == Finding.VALID && !begun) {
            asking.draft(connection, scored.caseId());
        }
    }
}
