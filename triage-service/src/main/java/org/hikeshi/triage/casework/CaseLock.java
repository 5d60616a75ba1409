package org.hikeshi.triage.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Ledger;

/** One transaction at a time changes a case: it holds the case's key until it ends. */
@ApplicationScoped
class CaseLock {
    private final Ledger ledger;

    CaseLock(Ledger ledger) {
        this.ledger = ledger;
    }

    void take(Connection connection, CaseId caseId) throws SQLException {
        ledger.lock(connection, caseId.toString());
    }
}
