package org.hikeshi.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.*;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A case goes the whole way, said by the services that may say it, through real broker, database
 * and mailbox: who is told what.
 */
@Timeout(120)
class TellingEverybodyIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final World WORLD = World.shared();
    private static final StaffId OFFICE = new StaffId("security-office");
    private static final ProductId GATEWAY = ProductId.parse(UUID.randomUUID().toString());
    private static final ContentHash APPROVED = new ContentHash("0123456789abcdef".repeat(4));
    private static final ContentHash BEFORE = new ContentHash("fedcba9876543210".repeat(4));
    private static NotifierProcess notifier;

    @BeforeAll
    static void start() throws Exception {
        notifier = NotifierProcess.start(WORLD, PartsForTests.smtpPort(), WORLD.withStaff());
    }

    @AfterAll
    static void stop() throws Exception {
        notifier.close();
    }

    @Test
    void everybodyIsToldWhatTheyMustBeTold() throws Exception {
        String reporter = "finder-chain@example.net";
        World.Report report = WORLD.report(reporter, Language.EN);
        walk(report.caseId(), report.id());

        expect(
                report,
                "report:" + report.id(),
                "RECEIPT CONFIRMED QUESTION RESULT MITIGATION DATE BEGUN COMPLETED DATE PUBLISHED"
                        + " CLOSURE");
        expect(report, "staff:security-office", "NEW_REPORT REPLIED");
        expect(report, "staff:developer", "ASSIGNED GATE");
        expect(report, "staff:ciso", "ESCALATION");
        expect(report, "staff:legal", "REVIEW");
        expect(report, "customers", "CRITICAL_UPDATE CUSTOMERS_TOLD");

        List<KeptMail> mails = to(reporter);
        assertThat(mails).hasSize(11);
        assertThat(mails)
                .allSatisfy(m -> assertThat(m.text()).contains("Content-Language: en\r\n"));
        assertThat(to("developer@example.com"))
                .filteredOn(m -> m.text().contains(report.code().value()))
                .hasSize(2);
        assertThat(
                        WORLD.ask(
                                "SELECT count(*) FROM ledger WHERE key = ? AND type ="
                                        + " 'org.hikeshi.reporter-notified.v1'",
                                report.caseId().toString()))
                .containsExactly("11");
    }

    /** Communications registers customers; one of the affected has no entry and is seen. */
    @Test
    void affectedCustomersAreToldAboutTheirsAndNothingElse() throws Exception {
        register();
        World.Report report = WORLD.report("finder-c@example.net", Language.JA);
        CaseId id = report.caseId();
        customers(id);
        WORLD.neighbours().away(true);
        WORLD.say(scored(id));
        WORLD.say(
                new PatchReady(
                        id,
                        RemediationId.random(),
                        List.of(new FixedVersion(GATEWAY, new Version("2.4.1"))),
                        Instant.now(),
                        BEFORE));
        World.await(
                SOON,
                () ->
                        WORLD
                                .ask(
                                        "SELECT asked FROM obligation WHERE case_id = ? AND recipient = 'customers'",
                                        id.value())
                                .stream()
                                .anyMatch(asked -> !asked.equals("0")));
        WORLD.neighbours().away(false);

        expect(report, "customer:C-100", "CRITICAL_UPDATE");
        WORLD.say(
                new Disclosed(
                        id,
                        AdvisoryId.random(),
                        new PublicationId("EX-SA-2026-7K3M"),
                        APPROVED,
                        List.of(),
                        Instant.now()));
        expect(report, "customer:C-100", "CRITICAL_UPDATE CUSTOMERS_TOLD");

        assertThat(
                        WORLD.ask(
                                "SELECT DISTINCT state FROM obligation WHERE case_id = ? AND"
                                        + " recipient = 'customer:C-200'",
                                id.value()))
                .as("not reachable")
                .containsExactly("FAILED");
        String said =
                "SELECT convert_from(value, 'UTF8') FROM ledger WHERE key = ? AND type ="
                        + " 'org.hikeshi.customers-told.v1'";
        World.await(SOON, () -> !WORLD.ask(said, id.toString()).isEmpty());
        assertThat(WORLD.ask(said, id.toString()))
                .singleElement()
                .asString()
                .contains("\"told\":1,\"unreachable\":1");
        List<String> mails = to("aoba@example.net").stream().map(m -> decoded(m)).toList();
        assertThat(mails).hasSize(2);
        assertThat(mails)
                .anySatisfy(
                        m ->
                                assertThat(m)
                                        .contains("Update approved for now.")
                                        .doesNotContain("CVE", "Approved title"))
                .anySatisfy(
                        m ->
                                assertThat(m)
                                        .contains("Approved title", "CVE-2026-0001", "2.3.0")
                                        .doesNotContain("2.4.0", "C-200"));
        theLedgerTellsWhatWasSent(report);
    }

    /** R15: the link comes from intake at sending, and neither code nor key is in the mail. */
    @Test
    void whoLostTheKeyGetsALinkToANewOne() throws Exception {
        World.Report report = WORLD.report("lost-key@example.net", Language.EN);
        WORLD.say(new AccessKeyAsked(report.caseId(), report.id(), Instant.now()));
        expect(report, "report:" + report.id(), "RECEIPT ACCESS_KEY");
        List<String> mails = to("lost-key@example.net").stream().map(m -> decoded(m)).toList();
        assertThat(mails)
                .filteredOn(mail -> mail.startsWith("A new access key"))
                .singleElement()
                .asString()
                .contains("https://security.example.com/status/open/sealed-" + report.id())
                .contains("once")
                .doesNotContain(report.code().value());
    }

    private static void register() {
        String csv = "id,name,email,language\r\nC-100,\"Aoba, Logistics\",aoba@example.net,en\r\n";
        as("communications")
                .contentType("text/csv")
                .body(csv + "C-300,x,nonsense,en\r\n")
                .post("/api/v1/customers")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/2/email"));
        as("communications")
                .contentType("text/csv")
                .body("id,name,email,Role\r\nC-100,x,x@example.net,ciso\r\n")
                .post("/api/v1/customers")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/role"));
        as("communications")
                .contentType("application/json")
                .body("[{\"id\":\"C-1\",\"name\":{\"first\":\"x\"},\"role\":\"ciso\"}]")
                .post("/api/v1/customers")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/1/name", "/1/role"))
                .body("errors.code", contains("wrong-type", "unknown-field"));
        as("communications")
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/customers?dryRun=true")
                .then()
                .statusCode(200)
                .body("created", equalTo(1), "dryRun", equalTo(true));
        as("developer")
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/customers")
                .then()
                .statusCode(404);
        as("communications")
                .contentType("application/json")
                .body(
                        "{\"customers\":[{\"id\":\"C-100\",\"name\":\"Aoba\",\"email\":\"aoba@example.net\",\"language\":\"en\"}]}")
                .post("/api/v1/customers")
                .then()
                .statusCode(200)
                .body("created", equalTo(1));
        assertThat(WORLD.ask("SELECT t::text FROM customer t"))
                .noneMatch(row -> row.contains("aoba"));
    }

    private static void theLedgerTellsWhatWasSent(World.Report report) throws Exception {
        String c1 =
                as("communications")
                        .get("/api/v1/deliveries?to=aoba@example.net&state=accepted")
                        .then()
                        .statusCode(200)
                        .body("items.mail", org.hamcrest.Matchers.hasItems("C1", "C2"))
                        .extract()
                        .path("items[0].id");
        as("developer").get("/api/v1/deliveries/" + c1).then().statusCode(404);
        as("auditor")
                .get(
                        "/api/v1/deliveries?caseId="
                                + report.caseId()
                                + "&to="
                                + report.code().value())
                .then()
                .statusCode(200)
                .body("items.mail", org.hamcrest.Matchers.hasItem("R1"));
        as("communications")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/deliveries/" + c1 + "/resend")
                .then()
                .statusCode(422);
        as("communications")
                .contentType("application/json")
                .body("{\"reason\":\"asked for by telephone\"}")
                .post("/api/v1/deliveries/" + c1 + "/resend")
                .then()
                .statusCode(201);
        World.await(SOON, () -> to("aoba@example.net").size() == 3);
        assertThat(
                        WORLD.ask(
                                "SELECT count(*) FROM audit_entry WHERE action = 'mail-resent' AND"
                                        + " subject IN (SELECT CAST(d.id AS text) FROM delivery d"
                                        + " JOIN delivery f USING (obligation_id) WHERE f.id = ?)",
                                UUID.fromString(c1)))
                .containsExactly("1");
        pages(report, c1);
    }

    private static void pages(World.Report report, String delivery) {
        for (String language : List.of("ja", "en")) {
            for (String page : List.of("/desk/mail", "/desk/mail/" + delivery, "/desk/customers")) {
                page("communications", page, language)
                        .statusCode(200)
                        .body(containsString("C-100"));
            }
            page("security-office", "/desk/mail/cases/" + report.caseId() + "/panel", language)
                    .statusCode(200)
                    .body(containsString(report.code().value()));
            page("it-operations", "/desk/operations", language)
                    .statusCode(200)
                    .body(containsString("hx-get=\"/desk/operations/intake\""));
            page("it-operations", "/desk/operations/notifier", language).statusCode(200);
            page("security-office", "/desk/customers/cases/" + report.caseId(), language)
                    .statusCode(200)
                    .body(containsString("C-100"), containsString("C-200"));
        }
        page("communications", "/desk/mail/" + delivery, "en")
                .body(
                        containsString("Approved title"),
                        containsString("Customer C-100 (a***@example.net)"),
                        not(containsString("aoba@")));
        assertThat(WORLD.ask("SELECT count(*) FROM sent_text WHERE sealed IS NOT NULL"))
                .noneMatch("0"::equals);
        page("communications", "/desk/customers/cases/" + report.caseId(), "en").statusCode(404);
        page("developer", "/desk/operations/notifier", "en").statusCode(404);
        page("it-operations", "/desk/operations/other", "en").statusCode(404);
        page("developer", "/desk/mail/cases/" + report.caseId(), "en").statusCode(404);
        page("developer", "/desk/customers", "en").statusCode(404);
    }

    /** The page that every service has: what was set aside is seen, and settled with a reason. */
    @Test
    void anOperatorDiscardsAParkedRecordOnThePage() {
        String parked =
                WORLD.ask(
                                "INSERT INTO parked_record (topic, partition, log_offset, key, cause,"
                                        + " reason, attempts, record, record_sha256,"
                                        + " next_attempt_at) VALUES ('case-events', 0, 1, 'k',"
                                        + " 'forged', 'BAD_SIGNATURE', 1, '\\x00', sha256('\\x00'),"
                                        + " now() + interval '1 day') RETURNING id")
                        .getFirst();
        page("it-operations", "/desk/operations/notifier", "ja")
                .body(containsString("署名または送り手が正しくありません"), containsString(parked));
        page("security-office", "/desk/operations/notifier", "en")
                .body(containsString("BAD_SIGNATURE"), not(containsString("value=\"discard\"")));
        settle("security-office", parked, "x").statusCode(404);
        settle("it-operations", parked, " ").statusCode(422);
        settle("it-operations", parked, "sender asked").statusCode(303);
        settle("it-operations", parked, "again").statusCode(404);
        assertThat(WORLD.ask("SELECT settled_as FROM parked_record WHERE id = ?::uuid", parked))
                .containsExactly("discarded");
    }

    private static io.restassured.response.ValidatableResponse settle(
            String person, String parked, String reason) {
        return given().baseUri(notifier.url())
                .header("Host", "security.example.com")
                .header("Origin", "https://security.example.com")
                .cookie("hikeshi-session", WORLD.session(person))
                .redirects()
                .follow(false)
                .formParam("reason", reason)
                .formParam("act", "discard")
                .post("/desk/operations/notifier/parked/" + parked)
                .then();
    }

    private static io.restassured.response.ValidatableResponse page(
            String person, String path, String language) {
        return given().baseUri(notifier.url())
                .header("Host", "security.example.com")
                .cookie("hikeshi-session", WORLD.session(person))
                .redirects()
                .follow(false)
                .get(path + "?lang=" + language)
                .then();
    }

    private static io.restassured.specification.RequestSpecification as(String person) {
        return given().baseUri(notifier.url())
                .header("Host", "security.example.com")
                .auth()
                .preemptive()
                .basic(person, person + "-word");
    }

    /** The plain text of a mail. */
    private static String decoded(KeptMail mail) {
        try {
            var message =
                    new jakarta.mail.internet.MimeMessage(
                            null, new java.io.ByteArrayInputStream(mail.raw()));
            var parts = (jakarta.mail.internet.MimeMultipart) message.getContent();
            return message.getSubject() + "\n" + parts.getBodyPart(0).getContent();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static void walk(CaseId id, ReportId report) {
        WORLD.say(new CaseConfirmed(id, report, Instant.now(), OFFICE, null));
        WORLD.say(
                new TeamChanged(
                        id,
                        1,
                        List.of(
                                new TeamMember(OFFICE, StaffRole.SECURITY_OFFICE),
                                new TeamMember(new StaffId("developer"), StaffRole.DEVELOPER)),
                        Instant.now()));
        WORLD.say(
                new ReporterAsked(
                        id, report, MessageId.random(), Instant.now().plus(Duration.ofDays(9))));
        WORLD.say(new ReporterReplied(id, report, MessageId.random(), Instant.now()));
        WORLD.say(scored(id));
        EscalationId escalation = EscalationId.random();
        WORLD.say(
                new Escalated(
                        id, escalation, EscalationReason.PROVISIONAL_CRITICAL, Instant.now()));
        WORLD.say(
                new EscalationDecided(
                        id,
                        escalation,
                        EscalationDecision.ACKNOWLEDGED,
                        Instant.now(),
                        new StaffId("ciso")));
        task(id, TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER);
        WORLD.say(new MitigationReady(id, RemediationId.random(), List.of(GATEWAY), Instant.now()));
        WORLD.say(
                new DisclosureDateProposed(
                        id,
                        ProposalId.random(),
                        Instant.now().plus(Duration.ofDays(30)),
                        Instant.now().plus(Duration.ofDays(9)),
                        Instant.now()));
        remedy(id);
        task(id, TaskKind.REVIEW_LEGAL, StaffRole.LEGAL);
        AdvisoryId advisory = AdvisoryId.random();
        WORLD.say(
                new DisclosurePlanned(
                        id, advisory, 1, Instant.now().plus(Duration.ofDays(30)), Instant.now()));
        customers(id);
        WORLD.say(
                new Disclosed(
                        id,
                        advisory,
                        new PublicationId("EX-SA-2026-7K3M"),
                        APPROVED,
                        List.of(),
                        Instant.now()));
        WORLD.say(new CaseClosed(id, 1, ClosureReason.RESOLVED, null, Instant.now(), OFFICE));
    }

    private static Scored scored(CaseId id) {
        return new Scored(
                id,
                1,
                Instant.now(),
                Finding.VALID,
                Severity.CRITICAL,
                PriorityLevel.P1,
                List.of(
                        new ScoredVulnerability(
                                VulnerabilityId.random(),
                                null,
                                new CvssVector("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                                new BigDecimal("9.8"),
                                Severity.CRITICAL,
                                List.of(new AffectedProduct(GATEWAY, new VersionRange("<2.4.1"))))),
                OFFICE);
    }

    private static void task(CaseId id, TaskKind kind, StaffRole role) {
        WORLD.say(
                new TaskOpened(
                        id,
                        TaskId.random(),
                        kind,
                        role,
                        null,
                        SubjectId.random(),
                        Instant.now().plus(Duration.ofDays(2)),
                        Instant.now(),
                        OFFICE));
    }

    private static void remedy(CaseId id) {
        RemediationId fix = RemediationId.random();
        CampaignId campaign = CampaignId.random();
        WORLD.say(
                new PatchReady(
                        id,
                        fix,
                        List.of(new FixedVersion(GATEWAY, new Version("2.4.1"))),
                        Instant.now(),
                        BEFORE));
        WORLD.say(
                new OtaStarted(
                        id,
                        fix,
                        campaign,
                        DistributionChannel.OTA,
                        List.of(GATEWAY),
                        Instant.now()));
        WORLD.say(
                new OtaDistributed(
                        id,
                        fix,
                        campaign,
                        DistributionChannel.OTA,
                        List.of(GATEWAY),
                        934,
                        Measured.MEASURED,
                        Instant.now()));
    }

    private static void customers(CaseId id) {
        WORLD.neighbours()
                .affected(
                        id,
                        """
                        {"customers":[{"customerId":"C-100","products":[{"productId":"p","product":"Example Gateway",
                        "model":"EG-100","versions":["2.3.0"],"units":12,"fixedVersion":"2.4.1","channel":"ota"}]},
                        {"customerId":"C-200","products":[{"productId":"p","product":"Example Gateway",
                        "model":"EG-100","versions":["2.4.0"],"units":3,"fixedVersion":"2.4.1","channel":"download"}]}]}
                        """);
        WORLD.neighbours()
                .text(
                        APPROVED,
                        """
                        {"hash":"%s","publicId":"EX-SA-2026-7K3M","url":"https://security.example.com/advisories/EX-SA-2026-7K3M",
                        "texts":{"ja":{"title":"承認題","summary":"承認概要","whatToDo":"承認手順","workaround":"承認回避"},
                        "en":{"title":"Approved title","summary":"Approved summary","whatToDo":"Approved steps","workaround":"Approved workaround"}},
                        "severity":"critical","cves":["CVE-2026-0001"],"credits":["A. Finder"]}
                        """
                                .formatted(APPROVED));
        WORLD.neighbours()
                .preDisclosure(
                        BEFORE,
                        """
                        {"hash":"%s","texts":{"ja":"更新があります。","en":"Update approved for now."}}
                        """
                                .formatted(BEFORE));
    }

    private static void expect(World.Report report, String recipient, String templates)
            throws InterruptedException {
        List<String> wanted = List.of(templates.split(" "));
        String question =
                "SELECT template FROM obligation WHERE case_id = ? AND recipient = ? AND state ="
                        + " 'FULFILLED' ORDER BY caused_at, template";
        try {
            World.await(
                    SOON,
                    () -> WORLD.ask(question, report.caseId().value(), recipient).equals(wanted));
        } catch (AssertionError late) {
            assertThat(
                            WORLD.ask(
                                    "SELECT template || ' ' || state FROM obligation WHERE case_id ="
                                            + " ? AND recipient = ? ORDER BY caused_at, template",
                                    report.caseId().value(),
                                    recipient))
                    .as(recipient + "\n" + notifier.log())
                    .isEqualTo(wanted);
        }
    }

    @Test
    void whoWatchesIsToldThatAServicePutRecordsAside() throws Exception {
        String broken =
                WORLD.ask(
                                "INSERT INTO house_notice (id, fact, staff, message_id, next_try)"
                                        + " VALUES (gen_random_uuid(), '\\x00', 'ciso', 'broken',"
                                        + " now() - interval '1 day') RETURNING id")
                        .getFirst();
        Instant now = Instant.now();
        WORLD.say(
                "release",
                new EventParked(HouseService.TRIAGE, ParkedCause.UNREADABLE, 9, now, now));
        WORLD.say("triage", new EventParked(HouseService.TRIAGE, ParkedCause.FORGED, 3, now, now));

        String settled =
                "SELECT message_id FROM house_notice WHERE outcome = 'accepted' AND type ="
                        + " 'org.hikeshi.event-parked.v1'";
        World.await(SOON, () -> !WORLD.ask(settled).isEmpty());
        assertThat(
                        WORLD.ask(
                                "SELECT staff FROM house_notice WHERE type ="
                                        + " 'org.hikeshi.event-parked.v1' AND id <> ?::uuid",
                                broken))
                .as("what release says of triage is told to nobody")
                .containsExactly("ciso");
        assertThat(
                        WORLD.ask(
                                "SELECT settled_at IS NULL FROM house_notice WHERE id = ?::uuid"
                                        + " AND attempts > 0",
                                broken))
                .as("what cannot be sent holds up nobody, and is tried again")
                .containsExactly("t");
        String messageId = WORLD.ask(settled).getFirst();
        assertThat(to("ciso@example.com")).filteredOn(m -> m.text().contains(messageId)).hasSize(1);
        assertThat(WORLD.ask("SELECT outcome FROM inbox WHERE reason = 'said of another service'"))
                .containsExactly("refused");
    }

    /** The one mechanism, for another thing that a service says of itself. */
    @Test
    void whoWatchesIsToldThatARecordDoesNotGoOnAndThatItDoes() throws Exception {
        Instant now = Instant.now();
        WORLD.say("intake", alarm(AlarmState.RAISED, now));
        WORLD.say("intake", alarm(AlarmState.OVER, now));

        String of = " FROM house_notice WHERE type = 'org.hikeshi.audit-alarm.v1'";
        World.await(
                SOON, () -> WORLD.ask("SELECT id" + of + " AND outcome = 'accepted'").size() == 6);
        assertThat(WORLD.ask("SELECT DISTINCT staff" + of + " ORDER BY 1"))
                .containsExactly("ciso", "security-office", "security-office-2");
        List<String> ids = WORLD.ask("SELECT message_id" + of + " AND staff = 'ciso'");
        List<String> subjects =
                to("ciso@example.com").stream()
                        .filter(mail -> ids.stream().anyMatch(mail.text()::contains))
                        .map(TellingEverybodyIT::decoded)
                        .toList();
        assertThat(subjects)
                .as("one mail each, and no more")
                .hasSize(2)
                .anyMatch(one -> one.startsWith("行為の記録が止まっています: 受付"))
                .anyMatch(one -> one.startsWith("行為の記録の異常が解消しました: 受付"));
    }

    private static AuditAlarm alarm(AlarmState state, Instant at) {
        return new AuditAlarm(HouseService.INTAKE, AlarmCause.NOT_CHAINED, state, at, at);
    }

    private static List<KeptMail> to(String address) {
        return PartsForTests.messages().stream().filter(m -> m.to().contains(address)).toList();
    }
}
