package org.hikeshi.system.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A control: in this database everybody who is on some team reads, or acts on, every case, as if
 * the queries that ask the view had no filter, until this is closed.
 */
public final class LostFilter implements AutoCloseable {
    private static final String NONE =
            "SELECT c.case_id, m.staff, CAST(NULL AS text) AS role FROM (SELECT DISTINCT case_id FROM case_member) c"
                    + " CROSS JOIN (SELECT DISTINCT staff FROM case_member) m";

    private final Connection database;
    private final String view;
    private final String kept;

    /**
     * @param view {@code case_reader} or {@code case_actor}
     * @param database of a service, as its owner or a superuser; closed with this
     */
    public LostFilter(String view, Connection database) throws SQLException {
        this.database = database;
        this.view = view;
        try (Statement statement = database.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT pg_get_viewdef('" + view + "')")) {
                row.next();
                this.kept = row.getString(1);
            }
            statement.execute("CREATE OR REPLACE VIEW " + view + " AS " + NONE);
        }
    }

    @Override
    public void close() throws SQLException {
        try (database;
                Statement statement = database.createStatement()) {
            statement.execute("CREATE OR REPLACE VIEW " + view + " AS " + kept);
        }
    }
}
