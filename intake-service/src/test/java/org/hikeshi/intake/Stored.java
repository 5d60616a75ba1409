package org.hikeshi.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** What lies in the service's database. */
public final class Stored {

    private final DataSource source;

    public Stored(DataSource source) {
        this.source = source;
    }

    public long count(String table) throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Tables in which a word stands in clear, raw or as hex, whatever the column. */
    public List<String> tablesThatShow(String word) throws SQLException {
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        List<String> showing = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection)) {
                try (ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery("SELECT t::text FROM \"" + table + "\" t")) {
                    while (row.next()) {
                        String text = row.getString(1);
                        if (text.contains(word) || text.contains(hex)) {
                            showing.add(table);
                        }
                    }
                }
            }
        }
        return showing;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row =
                connection
                        .createStatement()
                        .executeQuery(
                                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
