package org.hikeshi.release;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.hikeshi.casefile.SeenCases;

/**
 * Reads the newest rows of a table, of cases that somebody sees. Inside the caller's transaction.
 */
public final class NewestSeen {
    private NewestSeen() {}

    /**
     * Newest first.
     *
     * @param table with the columns {@code case_id}, {@code created_at} and this key
     * @param row the entity of the table
     * @param most rows of other cases do not count
     */
    public static <R> List<R> of(
            EntityManager entities,
            String table,
            String key,
            Class<R> row,
            SeenCases seen,
            int most) {
        String sql =
                "SELECT * FROM %s WHERE (? OR case_id IN (%s)) ORDER BY created_at DESC, %s"
                        .formatted(table, SeenCases.IDS, key);
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, row)
                .setParameter(1, seen.all())
                .setParameter(2, seen.staff())
                .setParameter(3, seen.roles().toArray(String[]::new))
                .setMaxResults(most)
                .getResultList();
    }
}
