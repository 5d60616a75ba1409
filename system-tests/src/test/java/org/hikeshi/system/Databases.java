package org.hikeshi.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The PostgreSQL of an installation, by the port and the password in its folder; as superuser. */
record Databases(Path home) {

    /** All databases of the server but its templates. */
    List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection db = open("postgres");
                Statement statement = db.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT datname FROM pg_database WHERE datallowconn ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    Connection open(String name) throws SQLException {
        return DriverManager.getConnection(url(name));
    }

    /** A new database for a control, with the URL that opens it. */
    String create(String name) throws SQLException {
        try (Connection db = open("postgres");
                Statement statement = db.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
        return url(name);
    }

    private String url(String database) throws SQLException {
        try (InputStream in = Files.newInputStream(home.resolve("ports.properties"))) {
            Properties ports = new Properties();
            ports.load(in);
            return "jdbc:postgresql://127.0.0.1:%s/%s?user=postgres&password=%s&connectTimeout=3&socketTimeout=60"
                    .formatted(
                            ports.getProperty("postgresql"),
                            database,
                            Files.readString(home.resolve("data/postgresql/superuser.password"))
                                    .strip());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
