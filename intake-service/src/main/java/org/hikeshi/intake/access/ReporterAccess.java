package org.hikeshi.intake.access;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AccessKeys;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Opens a report to whoever has its code and its key, and to nobody else. */
public final class ReporterAccess {

    private static final String BEARER = "bearer ";
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
    public Optional<StoredReport> open(ReportCookie.Session session) {
        return byId(session.report().value())
                .filter(report -> report.keyGeneration() == session.generation());
    }

    /**
     * For programs: the key comes as bearer token.
     *
     * @throws ProblemException the common 404 for a wrong key and for an unknown code alike
     */
    public StoredReport authorised(String code, @Nullable String authorization) {
        String header = authorization == null ? "" : authorization;
        boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        String key = bearer ? header.substring(BEARER.length()) : "";
        return open(code, key).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private Optional<StoredReport> byId(UUID id) {
        return transactions.inTransaction(connection -> rows.byId(connection, new ReportId(id)));
    }
}
