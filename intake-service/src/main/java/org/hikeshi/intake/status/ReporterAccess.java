package org.hikeshi.intake.status;

import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AccessKeys;

/** Opens a report to whoever has its code and its key, and to nobody else. */
public final class ReporterAccess {

    private static final UUID NOBODYS = new UUID(0, 0);

    private final Transactions transactions;
    private final ReportRows rows;
    private final AccessKeys keys;
    private final FailureBrake brake;

    public ReporterAccess(
            Transactions transactions, ReportRows rows, AccessKeys keys, FailureBrake brake) {
        this.transactions = transactions;
        this.rows = rows;
        this.keys = keys;
        this.brake = brake;
    }

    /** Code and key as typed; forgiving in form, not in content. */
    public Optional<StoredReport> open(String typedCode, String typedKey) {
        // An unreadable code costs the same query and the same HMAC as a readable one.
        String code = TrackingCode.parse(typedCode).map(TrackingCode::value).orElse("");
        Optional<ReportRows.KeyState> state =
                transactions.inTransaction(connection -> rows.keyState(connection, code));
        UUID id = state.map(ReportRows.KeyState::id).orElse(NOBODYS);
        int generation = state.map(ReportRows.KeyState::generation).orElse(1);
        boolean matches = keys.matches(typedKey, id, generation);
        if (!matches || state.isEmpty()) {
            brake.hold();
            return Optional.empty();
        }
        return byId(id);
    }

    /** A session goes on only while the key it began with is in force. */
    public Optional<StoredReport> open(ReportId id, int generation) {
        return byId(id.value()).filter(report -> report.keyGeneration() == generation);
    }

    private Optional<StoredReport> byId(UUID id) {
        return transactions.inTransaction(connection -> rows.byId(connection, new ReportId(id)));
    }
}
