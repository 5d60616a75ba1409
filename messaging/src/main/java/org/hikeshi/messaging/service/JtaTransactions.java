package org.hikeshi.messaging.service;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.messaging.DatabaseException;
import org.hikeshi.messaging.SqlWork;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.TransientFailureException;

/**
 * JTA's transactions over the service's pool: the connection given is the one that Hibernate and
 * {@code @Transactional} code of the same thread use, so that entities, ledger, inbox and audit
 * rows commit together or not at all.
 */
@Singleton
class JtaTransactions implements Transactions {
    private final AgroalDataSource dataSource;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    JtaTransactions(
            AgroalDataSource dataSource,
            TransactionManager manager,
            TransactionSynchronizationRegistry registry) {
        this.dataSource = dataSource;
        this.manager = manager;
        this.registry = registry;
    }

    @Override
    public <T> T inTransaction(SqlWork<T> work) {
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                return onConnection(work);
            }
            manager.begin();
            T result;
            try {
                result = onConnection(work);
            } catch (RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
            commit();
            return result;
        } catch (SystemException | NotSupportedException e) {
            throw new TransientFailureException("the transaction could not begin", e);
        }
    }

    private <T> T onConnection(SqlWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void rollBack(Throwable cause) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void commit() throws SystemException {
        try {
            manager.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
            SQLException database = databaseCause(e, 0);
            throw database == null
                    ? new TransientFailureException("the commit did not come through", e)
                    : new DatabaseException(database);
        }
    }

    /** The transaction manager hides the driver's exception among causes and suppressed ones. */
    private static @org.jspecify.annotations.Nullable SQLException databaseCause(
            Throwable thrown, int depth) {
        if (thrown instanceof SQLException sql) {
            return sql;
        }
        if (depth > 8) {
            return null;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            SQLException found = databaseCause(suppressed, depth + 1);
            if (found != null) {
                return found;
            }
        }
        Throwable cause = thrown.getCause();
        return cause == null ? null : databaseCause(cause, depth + 1);
    }

    @Override
    public void afterCommit(Runnable action) {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("no transaction runs in this thread");
        }
        registry.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // nothing to do
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            action.run();
                        }
                    }
                });
    }
}
