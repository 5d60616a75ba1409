package org.hikeshi.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hikeshi.events.Absence;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.Language;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who sends a mail once more: whoever acts on its case, not whoever has emergency access to it. */
@Timeout(120)
class ResendingIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final World WORLD = World.shared();
    private static final StaffId WRITER = new StaffId("communications");
    private static final StaffId LAWYER = new StaffId("legal");
    private static final String REASON = "asked for by telephone";
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
    void emergencyAccessIsSightAlone() throws Exception {
        World.Report report = WORLD.report("finder-resend@example.net", Language.EN);
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));
        String mail = mail(report);
        assertThat(api(mail).statusCode()).isEqualTo(404);

        Instant now = Instant.now();
        WORLD.say(
                new GlassBroken(
                        report.caseId(),
                        WRITER,
                        StaffRole.COMMUNICATIONS,
                        now.plusSeconds(3600),
                        now));
        World.await(SOON, () -> page(mail).statusCode() == 200);

        assertThat(page(mail).asString()).doesNotContain("/resend");
        assertThat(api(mail).statusCode()).isEqualTo(404);
        assertThat(form(mail).statusCode()).isEqualTo(404);

        standsIn(report, StaffRole.LEGAL, 1);
        World.await(SOON, () -> knows(report, 1));
        assertThat(api(mail).statusCode()).as("stands in for another role").isEqualTo(404);
        assertThat(WORLD.deliveryState(report)).as("nothing was sent").hasSize(1);

        standsIn(report, StaffRole.COMMUNICATIONS, 2);
        World.await(SOON, () -> knows(report, 2));
        assertThat(page(mail).asString()).contains("/desk/mail/" + mail + "/resend");
        assertThat(form(mail).statusCode()).isEqualTo(303);
        World.await(
                SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED", "ACCEPTED")));
    }

    /** Legal is away, of the team in this role, and communications stands in. */
    private static void standsIn(World.Report report, StaffRole role, int revision) {
        Instant now = Instant.now();
        WORLD.say(
                new TeamChanged(
                        report.caseId(),
                        revision,
                        List.of(new TeamMember(LAWYER, role)),
                        now,
                        List.of(
                                new Absence(
                                        LAWYER,
                                        WRITER,
                                        now.minusSeconds(60),
                                        now.plusSeconds(3600)))));
    }

    private static boolean knows(World.Report report, int revision) {
        return WORLD.ask(
                        "SELECT revision FROM case_team WHERE case_id = ?", report.caseId().value())
                .equals(List.of(String.valueOf(revision)));
    }

    private static String mail(World.Report report) {
        return WORLD.ask(
                        "SELECT d.id FROM delivery d JOIN obligation o ON o.id = d.obligation_id"
                                + " WHERE o.report_id = ?",
                        report.id().value())
                .getFirst();
    }

    private static Response api(String mail) {
        return given().baseUri(notifier.url())
                .header("Host", "security.example.com")
                .auth()
                .preemptive()
                .basic(WRITER.value(), WRITER.value() + "-word")
                .contentType("application/json")
                .body("{\"reason\":\"" + REASON + "\"}")
                .post("/api/v1/deliveries/" + mail + "/resend");
    }

    private static Response page(String mail) {
        return signedIn().get("/desk/mail/" + mail);
    }

    private static Response form(String mail) {
        return signedIn().formParam("reason", REASON).post("/desk/mail/" + mail + "/resend");
    }

    private static io.restassured.specification.RequestSpecification signedIn() {
        return given().baseUri(notifier.url())
                .header("Host", "security.example.com")
                .header("Origin", "https://security.example.com")
                .cookie("hikeshi-session", WORLD.session(WRITER.value()))
                .redirects()
                .follow(false);
    }
}
