package org.hikeshi.intake.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.intake.casefact.CaseFacts;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.trust.Receipt;
import org.hikeshi.trust.ReceiptSigner;
import org.jspecify.annotations.Nullable;

/**
 * The first promise: what was sent is here for good, and its sender holds the proof. One
 * transaction writes report, audit row and event (three statements, one more line of files), so
 * nothing is known of a report that is not stored, and nothing is stored that nobody hears of.
 */
public final class ReceivingReport {

    /** How long a repeated request is recognised. */
    static final Duration KEYS_KEPT = Duration.ofDays(7);

    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ReportRows rows;
    private final PolicyVersions policies;
    private final ReceiptSigner signer;
    private final IntakeSecret secret;
    private final AnnouncingReport announcing;
    private final CaseFacts facts = new CaseFacts();
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param catalogue the product of exactly this name, if there is one
     */
    public ReceivingReport(
            Transactions transactions,
            Ledger ledger,
            AuditLog audit,
            ReportRows rows,
            PolicyVersions policies,
            ReceiptSigner signer,
            IntakeSecret secret,
            Function<String, Optional<ProductId>> catalogue,
            InstantSource clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.audit = audit;
        this.rows = rows;
        this.policies = policies;
        this.signer = signer;
        this.secret = secret;
        this.announcing = new AnnouncingReport(catalogue);
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Outcome permits Received, KeyUsedOtherwise {}

    /**
     * It is stored.
     *
     * @param again true if this very request had been stored before
     */
    public record Received(StoredReport report, boolean again) implements Outcome {}

    /** The idempotency key stands for another request of the last seven days. */
    public record KeyUsedOtherwise() implements Outcome {}

    /** Stores a report, or finds it stored already. */
    public Outcome receive(Submission submission) {
        byte[] sentSha256 = sha256(submission.sent());
        Marks marks = Marks.of(submission, sentSha256, secret);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredReport minted = mint(submission, sentSha256);
            if (transactions.inTransaction(c -> store(c, minted, submission, marks))) {
                return new Received(minted, false);
            }
            // Either the code is taken, one in 2^40, or the request's key is.
            Optional<Outcome> earlier = marks == null ? Optional.empty() : earlier(marks);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        throw new IllegalStateException("no free tracking code was found");
    }

    private StoredReport mint(Submission submission, byte[] sentSha256) {
        // Milliseconds: the same instant in receipt, event, database and answer.
        Provenance elsewhere = submission.provenance();
        Instant now =
                elsewhere == null
                        ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
                        : elsewhere.receivedAt();
        String version = policies.currentVersion();
        TrackingCode code = TrackingCode.generate(random);
        Receipt receipt =
                new Receipt(
                        code.value(),
                        now,
                        version,
                        HexFormat.of().formatHex(sentSha256),
                        submission.files().stream()
                                .map(SealedFile::sha256)
                                .map(HexFormat.of()::formatHex)
                                .toList(),
                        imported(elsewhere) == null ? promises(version, now) : List.of());
        return new StoredReport(
                ReportId.random(),
                CaseId.random(),
                code,
                now,
                version,
                submission.report().language(),
                submission.report().reporter().reachable(),
                1,
                signer.sign(receipt));
    }

    /** What was promised then was promised elsewhere. */
    private static @Nullable EarlierRecord imported(@Nullable Provenance elsewhere) {
        return elsewhere == null ? null : elsewhere.earlier();
    }

    private List<Receipt.Promise> promises(String version, Instant receivedAt) {
        return policies.promises(version, receivedAt).stream()
                .map(
                        promise ->
                                new Receipt.Promise(
                                        promise.clause(),
                                        promise.clock(),
                                        promise.kind().name().toLowerCase(Locale.ROOT),
                                        promise.dueAt()))
                .toList();
    }

    private boolean store(
            Connection connection, StoredReport report, Submission of, @Nullable Marks marks)
            throws SQLException {
        if (!rows.insert(connection, report, of, marks)) {
            return false;
        }
        SealedUploads.adopt(connection, of.upload(), report.id().value(), of.files().size());
        Provenance elsewhere = of.provenance();
        Instant now = elsewhere == null ? report.receivedAt() : clock.instant();
        if (elsewhere != null) {
            rows.enter(connection, report.id(), elsewhere, now);
            String number = elsewhere.number();
            if (number != null) {
                NumberElsewhere.keep(connection, report.id(), number, of.upload().contentKey());
            }
        }
        EarlierRecord earlier = imported(elsewhere);
        if (earlier != null) {
            facts.file(connection, earlier.facts(report.caseId(), report.id()));
        }
        audit.record(
                connection,
                AuditEntry.of(
                        elsewhere == null ? "reporter" : elsewhere.staff(),
                        earlier == null ? "report-received" : "report-imported",
                        report.id().toString(),
                        now));
        ledger.lockAndAppend(connection, announcing.event(report, of, now));
        return true;
    }

    /** How receiving it would end, if a request of this name was stored before; stores nothing. */
    public Optional<Outcome> recognised(Submission submission) {
        Marks marks = Marks.of(submission, sha256(submission.sent()), secret);
        return marks == null ? Optional.empty() : earlier(marks);
    }

    /** The report that a request of this name stored in the last seven days. */
    public Optional<StoredReport> earlier(String requestKey) {
        byte[] mark = Marks.keyMark(requestKey, secret);
        return transactions
                .inTransaction(connection -> rows.byRequest(connection, mark))
                .map(ReportRows.Bound::report);
    }

    /** Frees the keys of requests older than seven days. */
    public int releaseKeys() {
        Instant oldest = clock.instant().minus(KEYS_KEPT);
        return transactions.inTransaction(c -> ReportRows.releaseKeys(c, oldest));
    }

    private Optional<Outcome> earlier(Marks marks) {
        releaseKeys();
        return transactions
                .inTransaction(connection -> rows.byRequest(connection, marks.key()))
                .map(
                        before ->
                                marks.boundTo(before.boundTo())
                                        ? new Received(before.report(), true)
                                        : new KeyUsedOtherwise());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
