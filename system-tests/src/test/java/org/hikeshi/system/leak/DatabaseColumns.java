package org.hikeshi.system.leak;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a database says about itself: every column of every table, as bytes where it is bytes.
 */
public final class DatabaseColumns {
    private DatabaseColumns() {}

    /**
     * Findings name {@code database.table.column}.
     *
     * @param connection sees all schemas; nothing is written
     */
    public static List<SecretScanner.Finding> scan(SecretScanner scanner, Connection connection)
            throws SQLException {
        List<SecretScanner.Finding> findings = new ArrayList<>();
        for (String[] column : columns(connection)) {
            String place = connection.getCatalog() + "." + String.join(".", column);
            findings.addAll(scanner.scan(place, content(connection, column)));
        }
        return findings;
    }

    /** Schema, table and column of all that is not PostgreSQL's own. */
    public static List<String[]> columns(Connection connection) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                SELECT table_schema, table_name, column_name
                                  FROM information_schema.columns
                                 WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                                 ORDER BY 1, 2, ordinal_position\
                                """)) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return columns;
    }

    private static byte[] content(Connection connection, String[] column) throws SQLException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        String sql = "SELECT \"%s\" FROM \"%s\".\"%s\"".formatted(column[2], column[0], column[1]);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            boolean bytes = "bytea".equals(rows.getMetaData().getColumnTypeName(1));
            while (rows.next()) {
                if (bytes) {
                    byte[] value = rows.getBytes(1);
                    content.writeBytes(value == null ? new byte[0] : value);
                } else {
                    String value = rows.getString(1);
                    content.writeBytes(
                            (value == null ? "" : value).getBytes(StandardCharsets.UTF_8));
                }
                content.write('\n');
            }
        }
        return content.toByteArray();
    }
}
