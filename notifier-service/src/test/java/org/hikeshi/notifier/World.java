package org.hikeshi.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Channel;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.HouseEvent;
import org.hikeshi.events.Language;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.events.Source;
import org.hikeshi.events.Speakers;
import org.hikeshi.events.Topics;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.messaging.JdbcTransactions;
import org.hikeshi.messaging.KafkaClients;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.OutgoingEvent;
import org.hikeshi.messaging.TopicDeclaration;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.SigningKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What surrounds a notifier under test: real database and broker, and an intake of which only the
 * outside is there: it says {@code report-received} by the real mechanism with intake's real key,
 * and answers for contacts.
 */
public final class World {
    private static final List<String> PEOPLE =
            List.of(
                    "ciso",
                    "security-office",
                    "security-office-2",
                    "developer",
                    "qa",
                    "communications",
                    "it-operations",
                    "auditor");
    private static @Nullable World shared;

    private final Path folder;
    private final Database notifier = PartsForTests.createDatabase("notifier");
    private final Database intake = PartsForTests.createDatabase("intake");
    private final Map<String, SigningKey> keys = new HashMap<>();
    private final ContactsOfIntake contacts = new ContactsOfIntake();
    private final NeighboursOfNotifier neighbours = new NeighboursOfNotifier();
    private final JdbcTransactions transactions;
    private final Messaging messaging;
    private final Ledger ledger;
    private final Map<String, Speaker> others = new HashMap<>();
    private final EventCodec codec = new EventCodec();
    private final SecureRandom random = new SecureRandom();

    /** A report as its reporter knows it. */
    public record Report(CaseId caseId, ReportId id, TrackingCode code, Instant receivedAt) {}

    private World() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "world");
        Files.createDirectories(folder.resolve("keys"));
        for (String service : List.of("intake", "notifier", "triage", "release", "disclosure")) {
            SigningKey key = SigningKey.generate(service + "-1");
            key.write(folder.resolve(service + ".pem"));
            KeyDirectory.write(
                    folder.resolve("keys"),
                    new KeyEntry(key.kid(), service, key.publicKey(), Instant.EPOCH, null, null));
            keys.put(service, key);
        }
        MasterKey.create(folder.resolve("master.p12"), "test".toCharArray());
        Files.writeString(folder.resolve("master.password"), "test");
        Files.writeString(
                folder.resolve("policy.yaml"),
                PolicyFile.bundledText("default")
                        .orElseThrow()
                        .replace(
                                "\nrhythm:\n",
                                "  - when: patch-ready\n    tell: administrators\n    mail: C2\n"
                                        + "    standing: house\n\nrhythm:\n"),
                UTF_8);
        SessionSeal.create(folder.resolve("session.key"));
        Files.writeString(
                folder.resolve("staff.properties"),
                String.join(
                        "\n",
                        "security-office = office@example.com; ja; security-office",
                        "security-office-2 = office-2@example.com; en; security-office",
                        "ciso = ciso@example.com; ja; ciso",
                        "developer = developer@example.com; en; developer",
                        "qa = qa@example.com; ja; qa",
                        "legal = legal@example.com; ja; legal",
                        "communications = communications@example.com; ja; communications",
                        ""));
        Files.writeString(
                folder.resolve("people.properties"),
                PEOPLE.stream()
                        .map(name -> name + ".password=" + name + "-word")
                        .collect(java.util.stream.Collectors.joining("\n")));
        Flyway.configure()
                .dataSource(intake.jdbcUrl(), intake.user(), intake.password())
                .locations("db/messaging")
                .load()
                .migrate();
        var source = new PGSimpleDataSource();
        source.setUrl(intake.jdbcUrl());
        source.setUser(intake.user());
        source.setPassword(intake.password());
        transactions = new JdbcTransactions(source);
        messaging = messagingAs("intake", transactions);
        messaging.start();
        ledger = messaging.ledger(Topics.CASE_EVENTS);
    }

    /** Another service of which only the voice is there. */
    private record Speaker(JdbcTransactions transactions, Ledger ledger) {}

    private Speaker speaker(String service) {
        Database database = PartsForTests.createDatabase(service);
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/messaging")
                .load()
                .migrate();
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        var own = new JdbcTransactions(source);
        Messaging voice = messagingAs(service, own);
        voice.start();
        return new Speaker(own, voice.ledger(Topics.CASE_EVENTS));
    }

    /** Says a fact as the service that may say it, by the real mechanism. */
    public synchronized UUID say(CaseEvent event) {
        String service = EventType.of(event.type()).orElseThrow().speakers().iterator().next();
        if (service.equals("intake")) {
            return append(transactions, ledger, event);
        }
        Speaker voice =
                others.computeIfAbsent(
                        EventType.of(event.type()).orElseThrow().speakers().size() > 1
                                ? "triage"
                                : service,
                        this::speaker);
        return append(voice.transactions(), voice.ledger(), event);
    }

    /** A service says something of itself, or of another one. */
    public synchronized UUID say(String service, HouseEvent event) {
        Speaker voice = others.computeIfAbsent(service, this::speaker);
        return append(voice.transactions(), voice.ledger(), event);
    }

    private UUID append(JdbcTransactions in, Ledger to, SaidEvent event) {
        Instant now = Instant.now();
        UUID id = EventIds.next(now);
        var outgoing =
                new OutgoingEvent(
                        id,
                        event.type(),
                        event.key(),
                        event.subject(),
                        now,
                        UUID.randomUUID(),
                        null,
                        codec.encode(event));
        in.doInTransaction(connection -> to.lockAndAppend(connection, outgoing));
        return id;
    }

    /** For who wants the people of the house to get mail too. */
    public Map<String, String> withStaff() {
        return Map.of("HIKESHI_STAFF", folder.resolve("staff.properties").toString());
    }

    /** The cookie of somebody who has just signed in. */
    public String session(String person) {
        Instant now = Instant.now();
        return SessionSeal.read(folder.resolve("session.key"))
                .seal(new SessionSeal.Session(person, now, now));
    }

    public NeighboursOfNotifier neighbours() {
        return neighbours;
    }

    private Messaging messagingAs(String service, JdbcTransactions transactions) {
        KeyDirectory directory = KeyDirectory.read(folder.resolve("keys"));
        return new Messaging(
                new Messaging.Surroundings(
                        new ServiceIdentity(service, requireNonNull(keys.get(service)), directory),
                        transactions,
                        transactions,
                        new KafkaClients(PartsForTests.bootstrapServers(), Map.of()),
                        Topics.declared().stream()
                                .map(
                                        t ->
                                                new TopicDeclaration(
                                                        t.name(), t.partitions(), t.config()))
                                .toList(),
                        true,
                        Speakers::of,
                        List.of(),
                        List.of(),
                        Clock.systemUTC()),
                Messaging.Settings.DEFAULT);
    }

    public static synchronized World shared() {
        try {
            World known = shared == null ? new World() : shared;
            shared = known;
            return known;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public ContactsOfIntake contacts() {
        return contacts;
    }

    public Path folder() {
        return folder;
    }

    /** What the launcher would give. */
    public Map<String, String> environment(String service, int smtpPort) {
        var all = new HashMap<String, String>();
        all.put("HIKESHI_ORIGIN", "https://security.example.com");
        all.put("HIKESHI_POLICY", folder.resolve("policy.yaml").toString());
        all.put("HIKESHI_WORKSPACE", "trial");
        all.put("HIKESHI_SERVICE_KEY", folder.resolve(service + ".pem").toString());
        all.put("HIKESHI_KEY_DIRECTORY", folder.resolve("keys").toString());
        all.put("HIKESHI_MASTER_KEYSTORE", folder.resolve("master.p12").toString());
        all.put("HIKESHI_MASTER_PASSWORD_FILE", folder.resolve("master.password").toString());
        all.put("HIKESHI_DB_URL", notifier.jdbcUrl());
        all.put("HIKESHI_DB_USER", notifier.user());
        all.put("QUARKUS_DATASOURCE_PASSWORD", notifier.password());
        all.put("HIKESHI_KAFKA", PartsForTests.bootstrapServers());
        all.put("HIKESHI_SMTP_HOST", "127.0.0.1");
        all.put("HIKESHI_SMTP_PORT", Integer.toString(smtpPort));
        all.put("HIKESHI_INTAKE_URL", contacts.url());
        all.put("HIKESHI_RELEASE_URL", neighbours.url());
        all.put("HIKESHI_DISCLOSURE_URL", neighbours.url());
        all.put("HIKESHI_SESSION_KEY", folder.resolve("session.key").toString());
        all.put("HIKESHI_PEOPLE", folder.resolve("people.properties").toString());
        return all;
    }

    /** A report from somebody with an address. */
    public Report report(String address, Language language) {
        Report report = newReport();
        contacts.put(report.id(), address, language);
        say(report, language, false, "1.0");
        return report;
    }

    /** A report from somebody with an {@linkplain #address address} of their own, in Japanese. */
    public Report report() {
        Report report = newReport();
        contacts.put(report.id(), address(report), Language.JA);
        say(report, Language.JA, false, "1.0");
        return report;
    }

    /** In clear in the header of each mail about the report. */
    public static String address(Report report) {
        return report.id() + "@example.net";
    }

    public Report anonymousReport() {
        Report report = newReport();
        say(report, Language.JA, true, "1.0");
        return report;
    }

    public Report newReport() {
        return new Report(
                CaseId.random(),
                ReportId.random(),
                TrackingCode.generate(random),
                Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    /** Says {@code report-received} as intake does: ledger, relay, broker. */
    public UUID say(Report report, Language language, boolean anonymous, String policyVersion) {
        var event =
                new ReportReceived(
                        report.caseId(),
                        report.id(),
                        report.code(),
                        null,
                        new PolicyVersion(policyVersion),
                        report.receivedAt(),
                        Source.values()[0],
                        Channel.FORM,
                        language,
                        anonymous);
        UUID id = EventIds.next(Instant.now());
        var outgoing =
                new OutgoingEvent(
                        id,
                        event.type(),
                        event.caseId().toString(),
                        event.subject(),
                        Instant.now(),
                        UUID.randomUUID(),
                        null,
                        codec.encode(event));
        transactions.doInTransaction(connection -> ledger.lockAndAppend(connection, outgoing));
        return id;
    }

    /** Every event of intake comes a second time, byte for byte. */
    public void republish() throws InterruptedException {
        messaging.republish();
    }

    /** First column of the rows that the notifier's database gives for this question, as text. */
    public List<String> ask(String sql, Object... arguments) {
        try (Connection connection =
                        DriverManager.getConnection(
                                notifier.jdbcUrl(), notifier.user(), notifier.password());
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        } catch (SQLException notNow) {
            return List.of("database: " + notNow.getSQLState());
        }
    }

    public List<String> deliveryState(Report report) {
        return ask(
                "SELECT d.state FROM delivery d JOIN obligation o ON o.id = d.obligation_id WHERE"
                        + " o.report_id = ?",
                report.id().value());
    }

    public List<String> outcomes(Report report) {
        return ask(
                "SELECT a.outcome FROM attempt a JOIN delivery d ON d.id = a.delivery_id JOIN"
                        + " obligation o ON o.id = d.obligation_id WHERE o.report_id = ? ORDER BY"
                        + " a.number",
                report.id().value());
    }

    /** Types of the events the notifier said about the case, in order; tasks are left out. */
    public List<String> said(Report report) {
        return ask(
                "SELECT type FROM ledger WHERE key = ? AND type NOT LIKE '%.task-%' ORDER BY"
                        + " position",
                report.caseId().toString());
    }

    /** Waits until it is so, failing after the time given. */
    public static void await(Duration most, BooleanSupplier so) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + most);
            }
            Thread.sleep(20);
        }
    }
}
