package org.hikeshi.messaging;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Keeps connections for the next one who asks; throws away those that are broken. Test use only.
 */
final class SmallPool implements DataSource {
    private static final Queue<SmallPool> ALL = new ConcurrentLinkedQueue<>();

    private final DataSource source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    SmallPool(DataSource source) {
        this.source = source;
        ALL.add(this);
    }

    /** Gives up what no test uses any more, so that the server's connections last for all tests. */
    static void closeIdle() {
        for (SmallPool pool : ALL) {
            for (Connection c = pool.idle.pollFirst(); c != null; c = pool.idle.pollFirst()) {
                try {
                    c.close();
                } catch (SQLException broken) {
                    // Then it is gone already.
                }
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection kept = idle.pollFirst();
        Connection real = kept == null ? source.getConnection() : kept;
        return (Connection)
                Proxy.newProxyInstance(
                        SmallPool.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, args) -> {
                            if (method.getName().equals("close")) {
                                giveBack(real);
                                return null;
                            }
                            try {
                                return method.invoke(real, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private void giveBack(Connection real) throws SQLException {
        if (real.isClosed()) {
            return;
        }
        try {
            real.setAutoCommit(true);
            idle.addFirst(real);
        } catch (SQLException e) {
            real.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
