package org.hikeshi.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.events.UnreadableEvent;

/** What the services say of one case, read from their ledgers. */
record CaseRecords(RunningSystem system, String caseId) {
    private static final EventCodec CODEC = new EventCodec();

    private record Row(java.time.Instant at, SaidEvent event) {}

    /** All facts in the order of their times. */
    List<SaidEvent> facts() {
        List<Row> all = new ArrayList<>();
        for (String service : RunningSystem.SERVICES) {
            all.addAll(ledger(service));
        }
        all.sort(Comparator.comparing(Row::at));
        return all.stream().map(Row::event).toList();
    }

    private List<Row> ledger(String service) {
        try (Connection database = system.database(service);
                PreparedStatement select =
                        database.prepareStatement(
                                "SELECT time, type, value FROM ledger WHERE key = ? ORDER BY"
                                        + " position")) {
            select.setString(1, caseId);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(
                            new Row(
                                    row.getObject(1, java.time.OffsetDateTime.class).toInstant(),
                                    CODEC.decode(row.getString(2), row.getBytes(3))));
                }
            }
            return rows;
        } catch (SQLException | UnreadableEvent e) {
            throw new IllegalStateException(service, e);
        }
    }

    /** Names of the facts but for tasks, mails and clocks: what the case itself went through. */
    List<String> story() {
        return facts().stream()
                .map(CaseRecords::shortName)
                .filter(name -> !name.matches("task-.*|reporter-notified|deadline-set|clock-.*"))
                .toList();
    }

    /** {@code kind: role or person} of each task that is open. */
    Set<String> openTasks() {
        List<SaidEvent> facts = facts();
        Set<Object> closed = new LinkedHashSet<>();
        for (SaidEvent fact : facts) {
            if (fact instanceof TaskClosed end) {
                closed.add(end.task());
            }
        }
        Set<String> open = new LinkedHashSet<>();
        for (SaidEvent fact : facts) {
            if (fact instanceof TaskOpened task && !closed.contains(task.task())) {
                open.add(
                        written(task.kind())
                                + ": "
                                + (task.staff() == null
                                        ? written(java.util.Objects.requireNonNull(task.role()))
                                        : task.staff().value()));
            }
        }
        return open;
    }

    static String shortName(SaidEvent event) {
        return event.type().replace("org.hikeshi.", "").replace(".v1", "");
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
