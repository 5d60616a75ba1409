package org.hikeshi.intake.lostkey;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.SealedCookies;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/** Makes links that open once, and a new key for who follows one and knows the code. */
public final class RenewingKey {

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final SealedCookies links;
    private final InstantSource clock;

    /**
     * @param links seals what a link carries, and for how long it is good
     */
    public RenewingKey(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            SealedCookies links,
            InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.links = links;
        this.clock = clock;
    }

    /** The path of a link for the key in force; it ends with that key. */
    Optional<String> link(ReportId id) {
        return transactions
                .inTransaction(connection -> rows.byId(connection, id))
                .map(report -> links.seal(report.id() + " " + report.keyGeneration()))
                .map(token -> "/status/open/" + token);
    }

    /** Whether a link still opens something. */
    boolean opens(String token) {
        return report(token).isPresent();
    }

    /** The report with its new key, if the link is good and the code is the report's. */
    Optional<StoredReport> renew(String token, String typedCode) {
        Optional<StoredReport> meant =
                report(token)
                        .filter(
                                report ->
                                        TrackingCode.parse(typedCode)
                                                .filter(report.trackingCode()::equals)
                                                .isPresent());
        return meant.flatMap(this::raise);
    }

    private Optional<StoredReport> raise(StoredReport report) {
        return transactions.inTransaction(
                connection -> {
                    int raised =
                            Sql.change(
                                    connection,
                                    "UPDATE report SET key_generation = key_generation + 1"
                                            + " WHERE id = ? AND key_generation = ?",
                                    report.id().value(),
                                    report.keyGeneration());
                    if (raised == 0) {
                        return Optional.empty();
                    }
                    audit.record(
                            connection,
                            AuditEntry.of(
                                    "reporter",
                                    "access-key-renewed",
                                    report.id().toString(),
                                    clock.instant()));
                    return rows.byId(connection, report.id());
                });
    }

    private Optional<StoredReport> report(String token) {
        return links.open(token)
                .map(value -> value.split(" ", -1))
                .flatMap(
                        words ->
                                transactions
                                        .inTransaction(
                                                connection ->
                                                        rows.byId(
                                                                connection,
                                                                new ReportId(
                                                                        UUID.fromString(words[0]))))
                                        .filter(
                                                report ->
                                                        report.keyGeneration()
                                                                == Integer.parseInt(words[1])));
    }
}
