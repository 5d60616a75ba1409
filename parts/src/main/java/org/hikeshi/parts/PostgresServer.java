package org.hikeshi.parts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** A PostgreSQL server, wherever it runs. */
public interface PostgresServer extends Part {
    /** On 127.0.0.1. */
    int port();

    /** A superuser connection to the database {@code postgres}. */
    Connection connect() throws SQLException;

    /** Where a database of this server is reached. */
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Whether it takes connections now. */
    default boolean answers() {
        if (!Ports.answers(port())) {
            return false;
        }
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Makes the database and a role of the same name with this password, or only sets the password
     * if both are there.
     */
    default Database database(String name, String rolePassword) {
        if (!Pattern.matches("[a-z][a-z0-9_]{0,62}", name)
                || rolePassword.contains("'")
                || rolePassword.contains("\\")) {
            throw new IllegalArgumentException(
                    "database name or password has characters that are not allowed");
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
            statement.execute(
                    (known ? "ALTER" : "CREATE")
                            + " ROLE "
                            + name
                            + " LOGIN PASSWORD '"
                            + rolePassword
                            + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            return new Database(jdbcUrl(name), name, rolePassword);
        } catch (SQLException e) {
            throw new PartFailed(
                    "PostgreSQL could not make the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
