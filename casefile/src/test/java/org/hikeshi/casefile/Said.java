package org.hikeshi.casefile;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.events.UnreadableEvent;

/** What the service under test has said, read from its ledger. */
public final class Said {
    private static final EventCodec CODEC = new EventCodec();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Said() {}

    /** All facts of this type said under the key of a case or product, in their order. */
    public static <E extends SaidEvent> List<E> all(Class<E> type, String key) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection =
                        DriverManager.getConnection(
                                config.getValue("quarkus.datasource.jdbc.url", String.class),
                                config.getValue("quarkus.datasource.username", String.class),
                                config.getValue("quarkus.datasource.password", String.class));
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT type, value FROM ledger WHERE key = ? ORDER BY position")) {
            select.setString(1, key);
            List<E> said = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    SaidEvent event = CODEC.decode(row.getString(1), row.getBytes(2));
                    if (type.isInstance(event)) {
                        said.add(type.cast(event));
                    }
                }
            }
            return said;
        } catch (SQLException | UnreadableEvent wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    public static <E extends SaidEvent> List<E> all(Class<E> type, CaseId caseId) {
        return all(type, caseId.toString());
    }

    /** Waits until a condition holds, at most 20 seconds. */
    public static void await(String what, BooleanSupplier holds) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            Thread.sleep(50);
        }
    }
}
