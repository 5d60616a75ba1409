package org.hikeshi.intake;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hikeshi.parts.Database;

/** Connections that write down every statement they execute and every commit. */
public final class CountingDataSource implements DataSource {

    private final Database database;
    private final List<String> statements = new ArrayList<>();

    public CountingDataSource(Database database) {
        this.database = database;
    }

    /** What ran since the last call; "COMMIT" for commits. */
    public synchronized List<String> since() {
        List<String> all = List.copyOf(statements);
        statements.clear();
        return all;
    }

    private synchronized void note(String statement) {
        statements.add(statement);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password());
        return proxy(
                Connection.class,
                (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        note("COMMIT");
                    }
                    Object result = called(real, method, arguments);
                    return method.getName().equals("prepareStatement")
                            ? counted((PreparedStatement) result, String.valueOf(arguments[0]))
                            : result;
                });
    }

    private PreparedStatement counted(PreparedStatement real, String sql) {
        return proxy(
                PreparedStatement.class,
                (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        note(sql);
                    }
                    return called(real, method, arguments);
                });
    }

    private static Object called(Object real, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
