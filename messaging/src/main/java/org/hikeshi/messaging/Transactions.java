package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where transactions come from. In a service they are JTA's, so that Hibernate and messaging share
 * one; elsewhere plain JDBC's. The connection is closed by the one who gave it.
 */
public interface Transactions {

    /**
     * Runs the work in a new transaction, or in the one that already runs in this thread, and
     * commits if it was new.
     *
     * @throws DatabaseException if the database fails; rolled back, or of unknown outcome if it
     *     failed at commit
     */
    <T> T inTransaction(SqlWork<T> work);

    /**
     * Runs something after the transaction of this thread has committed, not at all if it rolls
     * back.
     *
     * @throws IllegalStateException if no transaction runs
     */
    void afterCommit(Runnable action);

    /** Work without a result. */
    @FunctionalInterface
    interface SqlAction {
        void on(Connection connection) throws SQLException;
    }

    /** Like {@link #inTransaction} for work without a result. */
    default void doInTransaction(SqlAction action) {
        inTransaction(
                connection -> {
                    action.on(connection);
                    return Boolean.TRUE;
                });
    }
}
