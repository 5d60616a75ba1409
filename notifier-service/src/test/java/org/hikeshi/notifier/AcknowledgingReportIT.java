package org.hikeshi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hikeshi.events.Language;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first promise: a report is acknowledged, through real database, broker and mailbox. */
@Timeout(120)
class AcknowledgingReportIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final World WORLD = World.shared();
    private static NotifierProcess notifier;

    @BeforeAll
    static void start() throws Exception {
        notifier = NotifierProcess.start(WORLD, PartsForTests.smtpPort(), Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        notifier.close();
    }

    @Test
    void theReporterGetsOneMail() throws Exception {
        World.Report report = WORLD.report("finder-one@example.net", Language.EN);

        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));

        List<KeptMail> mails = mailsTo("finder-one@example.net");
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().text()).contains(report.code().value());
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.reporter-notified.v1");
        assertThat(WORLD.outcomes(report)).containsExactly("ACCEPTED");
    }

    @Test
    void theEnvelopeIsSafeFromLoops() throws Exception {
        World.Report report = WORLD.report("finder-two@example.net", Language.JA);
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));

        KeptMail mail = mailsTo("finder-two@example.net").getFirst();

        assertThat(mail.from()).isEqualTo("bounces@example.com");
        assertThat(mail.text())
                .contains("Auto-Submitted: auto-replied\r\n")
                .contains("Content-Language: ja\r\n")
                .contains("<security@example.com>\r\n");
    }

    @Test
    void anAnonymousReporterIsToldOnTheStatusPageOnly() throws Exception {
        int asked = WORLD.contacts().tokens().size();
        World.Report report = WORLD.anonymousReport();

        World.await(SOON, () -> !WORLD.said(report).isEmpty());

        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.reporter-notified.v1");
        assertThat(WORLD.deliveryState(report)).isEmpty();
        assertThat(
                        WORLD.ask(
                                "SELECT channel FROM obligation WHERE report_id = ?",
                                report.id().value()))
                .containsExactly("STATUS_PAGE");
        assertThat(WORLD.contacts().tokens()).hasSize(asked);
    }

    @Test
    void aReporterForgottenMeanwhileGetsNoMail() throws Exception {
        World.Report report = WORLD.newReport();
        WORLD.contacts().forget(report.id());
        WORLD.say(report, Language.JA, false, "1.0");

        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("WITHDRAWN")));

        assertThat(WORLD.outcomes(report)).containsExactly("NO_ADDRESS");
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.reporter-notified.v1");
    }

    @Test
    void anAddressNoMailCanBeSentToFails() throws Exception {
        World.Report report = WORLD.report("not an address", Language.JA);

        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("REFUSED")));

        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.delivery-failed.v1");
    }

    @Test
    void eachQuestionBearsATokenOfItsOwn() throws Exception {
        World.Report report = WORLD.report("finder-three@example.net", Language.EN);
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));

        List<String> tokens = WORLD.contacts().tokens();

        assertThat(tokens)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(t -> t.startsWith("Bearer ey"));
    }

    /** What identifies a reporter is in nobody's rows and nobody's log here. */
    @Test
    void noAddressIsKept() throws Exception {
        World.Report report = WORLD.report("finder-secret@example.net", Language.EN);
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));

        List<String> tables =
                WORLD.ask(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        for (String table : tables) {
            assertThat(
                            WORLD.ask(
                                    "SELECT t::text FROM \""
                                            + table
                                            + "\" t WHERE t::text LIKE '%finder-secret%'"))
                    .as(table)
                    .isEmpty();
        }
        assertThat(tables).contains("delivery", "obligation", "attempt");
        assertThat(notifier.log()).doesNotContain("finder-secret");
    }

    @Test
    void theSameEventHeardTwiceOwesOneMail() throws Exception {
        World.Report report = WORLD.report("finder-four@example.net", Language.EN);
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));

        WORLD.republish();
        World.Report later = WORLD.report("finder-five@example.net", Language.EN);
        World.await(SOON, () -> WORLD.deliveryState(later).equals(List.of("ACCEPTED")));

        assertThat(mailsTo("finder-four@example.net")).hasSize(1);
    }

    private static List<KeptMail> mailsTo(String address) {
        return PartsForTests.messages().stream().filter(m -> m.to().contains(address)).toList();
    }
}
