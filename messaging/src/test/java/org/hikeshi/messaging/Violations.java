package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hikeshi.parts.Database;

/**
 * The judge of every fault test: compares what was said with what took effect. Each test runs the
 * crooked variant past the same judge and expects it to object.
 */
final class Violations {
    private Violations() {}

    /** Lost, twice, invented, or out of the order of a key. */
    static List<String> between(Database said, Database heard) {
        return between(said, heard, true);
    }

    static List<String> between(Database said, Database heard, boolean order) {
        Map<String, List<Integer>> effects = effects(heard);
        Map<String, Set<Integer>> facts = new HashMap<>();
        List<String> found = new ArrayList<>();
        rows(
                said,
                "SELECT key, n FROM said",
                (key, n) -> facts.computeIfAbsent(key, k -> new HashSet<>()).add(n));
        facts.forEach(
                (key, numbers) -> {
                    List<Integer> got = effects.getOrDefault(key, List.of());
                    for (Integer n : numbers) {
                        long times = got.stream().filter(n::equals).count();
                        if (times == 0) {
                            found.add("lost: " + key + " " + n);
                        } else if (times > 1) {
                            found.add("twice: " + key + " " + n);
                        }
                    }
                    if (order) {
                        for (int i = 1; i < got.size(); i++) {
                            if (got.get(i) < got.get(i - 1)) {
                                found.add(
                                        "out of order: "
                                                + key
                                                + " "
                                                + got.get(i)
                                                + " after "
                                                + got.get(i - 1));
                            }
                        }
                    }
                });
        effects.forEach(
                (key, got) ->
                        got.stream()
                                .filter(n -> !facts.getOrDefault(key, Set.of()).contains(n))
                                .forEach(n -> found.add("invented: " + key + " " + n)));
        return found;
    }

    private static Map<String, List<Integer>> effects(Database heard) {
        Map<String, List<Integer>> effects = new HashMap<>();
        rows(
                heard,
                "SELECT key, n FROM effect ORDER BY at",
                (key, n) -> effects.computeIfAbsent(key, k -> new ArrayList<>()).add(n));
        return effects;
    }

    private interface Row {
        void take(String key, int n);
    }

    private static void rows(Database database, String query, Row row) {
        try (Connection c = House.connect(database);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(query)) {
            while (r.next()) {
                row.take(r.getString(1), r.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
