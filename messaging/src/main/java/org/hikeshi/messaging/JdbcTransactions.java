package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Transactions of a plain data source, one per thread. */
public final class JdbcTransactions implements Transactions {
    private record Running(Connection connection, List<Runnable> afterCommit) {}

    private final DataSource dataSource;
    private final ThreadLocal<Running> running = new ThreadLocal<>();

    public JdbcTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T inTransaction(SqlWork<T> work) {
        Running outer = running.get();
        try {
            return outer == null ? inNew(work) : work.on(outer.connection());
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T inNew(SqlWork<T> work) throws SQLException {
        List<Runnable> afterCommit = new ArrayList<>();
        T result;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            running.set(new Running(connection, afterCommit));
            result = committed(connection, work);
        } finally {
            running.remove();
        }
        afterCommit.forEach(Runnable::run);
        return result;
    }

    private static <T> T committed(Connection connection, SqlWork<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            try {
                connection.rollback();
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        Running now = running.get();
        if (now == null) {
            throw new IllegalStateException("no transaction runs in this thread");
        }
        now.afterCommit().add(action);
    }
}
