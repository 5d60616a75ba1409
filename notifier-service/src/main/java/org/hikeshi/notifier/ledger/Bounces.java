package org.hikeshi.notifier.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.casefile.TaskFor;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.hikeshi.messaging.Transactions;

/**
 * Somebody outside could not be told by mail: a person must reach them otherwise. Staff make no
 * such task, or a bounce of its mail would make the next one. In the transaction of the caller.
 */
@Singleton
class Bounces {
    private final TaskDesk tasks;
    private final Transactions transactions;

    Bounces(TaskDesk tasks, Transactions transactions) {
        this.tasks = tasks;
        this.transactions = transactions;
    }

    void opened(Owing owing) {
        switch (owing.template().audience()) {
            case REPORTER -> open(owing, StaffRole.SECURITY_OFFICE);
            case CUSTOMER -> open(owing, StaffRole.COMMUNICATIONS);
            case STAFF -> {}
        }
    }

    private void open(Owing owing, StaffRole role) {
        transactions.doInTransaction(
                connection ->
                        tasks.open(
                                connection,
                                owing.caseId(),
                                TaskKind.BOUNCE,
                                TaskFor.role(role),
                                owing.id().toString(),
                                null,
                                null));
    }

    void closed(Owing owing) {
        if (owing.template().audience() != Audience.STAFF) {
            transactions.doInTransaction(connection -> close(connection, owing));
        }
    }

    private void close(Connection connection, Owing owing) throws SQLException {
        tasks.close(
                connection, owing.caseId(), TaskKind.BOUNCE, owing.id().toString(), TaskEnd.DONE);
    }
}
