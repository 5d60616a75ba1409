package org.hikeshi.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.Channel;
import org.hikeshi.intake.CountingDataSource;
import org.hikeshi.intake.MovedClock;
import org.hikeshi.intake.report.ReceivingReport.KeyUsedOtherwise;
import org.hikeshi.intake.report.ReceivingReport.Outcome;
import org.hikeshi.intake.report.ReceivingReport.Received;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.JdbcTransactions;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.policy.LoadedPolicy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.ReceiptSigner;
import org.hikeshi.trust.SigningKey;
import org.hikeshi.web.multipart.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The use case on a real database, without a service around it. */
class ReceivingReportIT {

    private static final MovedClock NOW =
            new MovedClock(Instant.parse("2026-12-01T05:30:00.123456Z"));

    private static Database database;
    private static CountingDataSource source;
    private static JdbcTransactions transactions;
    private static SealedUploads uploads;
    private static ReceivingReport receiving;
    private static ReportRows rows;
    private static LoadedPolicy policy;

    @BeforeAll
    static void onAnEmptyDatabase() throws Exception {
        database = PartsForTests.createDatabase("receiving");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/messaging", "db/casefile", "db/intake")
                .load()
                .migrate();
        source = new CountingDataSource(database);
        transactions = new JdbcTransactions(source);
        Path keystore = Files.createTempDirectory("intake").resolve("master.p12");
        MasterKey master = MasterKey.create(keystore, "secret".toCharArray());
        policy = PolicyFile.loadBundled(PolicyFile.bundled().getFirst());
        rows = new ReportRows(master);
        uploads = new SealedUploads(transactions, master, NOW);
        receiving =
                new ReceivingReport(
                        transactions,
                        new Ledger("case-events", transactions, () -> {}),
                        new AuditLog(),
                        rows,
                        PolicyVersions.starting(policy, transactions, NOW),
                        new ReceiptSigner(SigningKey.generate("intake-1")),
                        new IntakeSecret(new byte[32]),
                        name -> Optional.empty(),
                        NOW);
    }

    @Test
    void aReportWithoutFilesCostsAtMostFourStatementsAndOneCommit() {
        receiving.receive(submission("warm", null, Upload.fresh(), List.of()));
        source.since();
        receiving.receive(submission("counted", "key-counted", Upload.fresh(), List.of()));
        List<String> ran = source.since();
        assertThat(ran.stream().filter(sql -> !sql.equals("COMMIT")).count())
                .isLessThanOrEqualTo(4);
        assertThat(ran).filteredOn("COMMIT"::equals).hasSize(1);
        assertThat(ran.getLast()).isEqualTo("COMMIT");
        assertThat(ran.stream().filter(sql -> sql.contains("INTO report"))).hasSize(1);
        assertThat(ran.stream().filter(sql -> sql.contains("INTO ledger"))).isNotEmpty();
        assertThat(ran.stream().filter(sql -> sql.contains("INTO audit_entry"))).hasSize(1);
    }

    @Test
    void theSameRequestIsTheSameReportAndAnotherIsRefused() {
        Received first = received("same", "key-1", "a");
        Received again = received("same", "key-1", "a");
        assertThat(again.again()).isTrue();
        assertThat(again.report()).isEqualTo(first.report());
        assertThat(receive("other", "key-1", "a")).isInstanceOf(KeyUsedOtherwise.class);
        assertThat(receive("same", "key-1", "b")).isInstanceOf(KeyUsedOtherwise.class);
        assertThat(received("same", "key-2", "a").report().id()).isNotEqualTo(first.report().id());
    }

    @Test
    void afterSevenDaysAKeyIsFreeAgain() {
        Received first = received("old", "key-week", "a");
        Instant then = NOW.instant();
        try {
            NOW.set(then.plus(Duration.ofDays(7).minusSeconds(60)));
            assertThat(received("old", "key-week", "a").again()).isTrue();
            NOW.set(then.plus(Duration.ofDays(7).plusSeconds(60)));
            Received fresh = received("new text", "key-week", "a");
            assertThat(fresh.again()).isFalse();
            assertThat(fresh.report().id()).isNotEqualTo(first.report().id());
        } finally {
            NOW.set(then);
        }
    }

    @Test
    void concurrentDuplicatesAreOneReport() throws Exception {
        Set<Object> ids = new HashSet<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> same = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                same.add(() -> receive("at once", "key-race", "a"));
            }
            for (Future<Outcome> outcome : many.invokeAll(same)) {
                ids.add(((Received) outcome.get()).report().id());
            }
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void filesBelongToTheReportOrToNobody() throws Exception {
        Upload upload = uploads.store(Upload.fresh());
        byte[] content = new byte[3 * 65_536 + 17];
        SealedFile file = uploads.take(upload, part("poc.bin", content));
        assertThat(file.size()).isEqualTo(content.length);
        assertThat(count("SELECT count(*) FROM attachment WHERE report_id IS NOT NULL")).isZero();
        Received received =
                (Received) receiving.receive(submission("with file", null, upload, List.of(file)));
        assertThat(
                        count(
                                "SELECT count(*) FROM attachment WHERE report_id = '"
                                        + received.report().id()
                                        + "'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM upload WHERE id = '" + upload.id() + "'")).isZero();
        assertThat(
                        count(
                                "SELECT count(*) FROM attachment_chunk WHERE attachment_id = '"
                                        + file.id()
                                        + "'"))
                .isEqualTo(4);
    }

    @Test
    void abandonedUploadsVanish() throws Exception {
        Upload upload = uploads.store(Upload.fresh());
        SealedFile file = uploads.take(upload, part("left", new byte[100]));
        uploads.sweep();
        assertThat(uploads.find(upload.id(), null)).isPresent();
        Instant then = NOW.instant();
        try {
            NOW.set(then.plus(SealedUploads.KEPT).plusSeconds(1));
            assertThat(uploads.find(upload.id(), null)).isEmpty();
            assertThat(uploads.sweep()).isPositive();
        } finally {
            NOW.set(then);
        }
        assertThat(
                        count(
                                "SELECT count(*) FROM attachment_chunk WHERE attachment_id = '"
                                        + file.id()
                                        + "'"))
                .isZero();
        assertThatThrownBy(
                        () ->
                                receiving.receive(
                                        submission("too late", null, upload, List.of(file))))
                .isInstanceOf(RuntimeException.class);
        assertThat(count("SELECT count(*) FROM attachment WHERE id = '" + file.id() + "'"))
                .isZero();
    }

    @Test
    void whatWasWrittenIsReadAgainAndOnlyThere() throws Exception {
        Received received = received("the prose", null, "a");
        StoredReport report = received.report();
        byte[] canonical = transactions.inTransaction(c -> rows.canonical(c, report));
        assertThat(new String(canonical, UTF_8))
                .isEqualTo(
                        "{\"description\":\"the prose\",\"reporter\":{\"email\":\"a@example.com\"}}");
        java.util.Optional<StoredReport> read =
                transactions.inTransaction(c -> rows.byId(c, report.id()));
        assertThat(read).contains(report);
        java.util.HexFormat hex = java.util.HexFormat.of();
        assertThat(everythingStored())
                .contains(report.trackingCode().value())
                .doesNotContain("the prose", hex.formatHex("the prose".getBytes(UTF_8)))
                .doesNotContain("a@example.com", hex.formatHex("a@example.com".getBytes(UTF_8)));
    }

    @Test
    void theSamePolicyVersionWithAnotherTextDoesNotStart() {
        LoadedPolicy changed =
                new LoadedPolicy(policy.policy(), policy.text() + "# changed\n", "0".repeat(64));
        assertThatThrownBy(() -> PolicyVersions.starting(changed, transactions, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("policy version " + policy.policy().version())
                .hasMessageContaining("new version number");
        PolicyVersions.starting(policy, transactions, NOW);
    }

    @Test
    void promisesOfAnEarlierVersionAreReadFromItsStoredText() {
        PolicyVersions versions = PolicyVersions.starting(policy, transactions, NOW);
        String version = versions.currentVersion();
        PolicyVersions later =
                PolicyVersions.starting(
                        new LoadedPolicy(policy.policy(), policy.text(), policy.sha256()),
                        transactions,
                        NOW);
        assertThat(later.promises(version, NOW.instant()))
                .isEqualTo(versions.promises(version, NOW.instant()));
        assertThatThrownBy(() -> later.of("unheard-of")).isInstanceOf(IllegalStateException.class);
    }

    private static Received received(String text, @Nullable String key, String who) {
        return (Received) receive(text, key, who);
    }

    private static Outcome receive(String text, @Nullable String key, String who) {
        return receiving.receive(submission(text, key, Upload.fresh(), List.of(), who));
    }

    private static Submission submission(
            String text, @Nullable String key, Upload upload, List<SealedFile> files) {
        return submission(text, key, upload, files, "a");
    }

    private static Submission submission(
            String text, @Nullable String key, Upload upload, List<SealedFile> files, String who) {
        Report report = SampleReports.saying(text, who + "@example.com");
        return new Submission(
                report, ReportJson.canonical(report), upload, files, Channel.API, key);
    }

    private static Part part(String name, byte[] content) {
        return new Part(1, "attachment", name, null, new ByteArrayInputStream(content));
    }

    private static long count(String sql) throws Exception {
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String everythingStored() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Connection connection = connect()) {
            for (String table :
                    List.of("report", "ledger", "audit_entry", "attachment", "upload")) {
                try (ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (row.next()) {
                        all.append(row.getString(1));
                    }
                }
            }
        }
        return all.toString();
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }
}
