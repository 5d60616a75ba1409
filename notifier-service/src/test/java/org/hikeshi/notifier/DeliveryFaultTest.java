package org.hikeshi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.events.Language;
import org.hikeshi.notifier.ScriptedMailServer.Step;
import org.hikeshi.notifier.ScriptedMailServer.Trick;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What can go wrong between the ledger and the mail server. {@link UnclaimedSendingFaultTest} is
 * the control: the same two workers without a claim send twice.
 */
@Timeout(120)
class DeliveryFaultTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<[^>]*>)");
    private static final World WORLD = World.shared();
    private static final Map<String, String> IMPATIENT =
            Map.of("HIKESHI_SMTP_PATIENCE", "PT1S", "HIKESHI_MAIL_LEASE", "PT2S");
    private static final Map<String, String> PATIENT = Map.of("HIKESHI_MAIL_LEASE", "PT2S");

    private final List<NotifierProcess> notifiers = new ArrayList<>();
    private ScriptedMailServer outside;

    @BeforeEach
    void start() throws Exception {
        outside = ScriptedMailServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (NotifierProcess notifier : notifiers) {
            notifier.close();
        }
        outside.close();
    }

    private NotifierProcess notifier(Map<String, String> settings) throws Exception {
        NotifierProcess started = NotifierProcess.start(WORLD, outside.port(), settings);
        notifiers.add(started);
        return started;
    }

    /** Each reporter has an address of its own, which stands in clear in the mail's header. */
    private static World.Report report() {
        World.Report report = WORLD.newReport();
        WORLD.contacts().put(report.id(), address(report), Language.JA);
        WORLD.say(report, Language.JA, false, "1.0");
        return report;
    }

    private static String address(World.Report report) {
        return report.id() + "@example.net";
    }

    private static void accepted(World.Report report) throws InterruptedException {
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));
    }

    private List<String> mailsAbout(World.Report report) {
        return outside.taken().stream()
                .filter(mail -> mail.contains("To: " + address(report) + "\r\n"))
                .toList();
    }

    @Test
    void aMailServerThatIsAwayIsWaitedFor() throws Exception {
        int port = outside.port();
        outside.close();
        notifiers.add(NotifierProcess.start(WORLD, port, IMPATIENT));
        World.Report report = report();
        World.await(SOON, () -> WORLD.outcomes(report).contains("UNREACHABLE"));

        outside = new ScriptedMailServer(port);

        accepted(report);
        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).endsWith("ACCEPTED").startsWith("UNREACHABLE");
    }

    /** Each trick plays once; what the server then has is what the reporter would read. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "FINAL_DOT") // the window, below
    void aBrokenConnectionMakesNoSecondMail(Step step) throws Exception {
        outside.next(new Trick.Drops(step));
        notifier(IMPATIENT);
        World.Report report = report();

        accepted(report);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("UNREACHABLE", "ACCEPTED");
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.reporter-notified.v1");
    }

    @Test
    void aServerThatFallsSilentIsLeftAndDoesNotFinishLater() throws Exception {
        var thaw = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.SENDER, thaw));
        notifier(IMPATIENT);
        World.Report report = report();
        accepted(report);

        thaw.countDown();
        World.Report next = report();
        accepted(next);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("UNREACHABLE", "ACCEPTED");
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        outside.next(new Trick.Answers(Step.FINAL_DOT, "451 4.7.1 greylisted"));
        notifier(IMPATIENT);
        World.Report report = report();

        accepted(report);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("DEFERRED", "ACCEPTED");
    }

    @Test
    void aRefusedRecipientIsToldAndNotTriedAgain() throws Exception {
        outside.next(new Trick.Answers(Step.RECIPIENT, "550 5.1.1 no such person"));
        notifier(IMPATIENT);
        World.Report report = report();

        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("REFUSED")));
        accepted(report()); // a whole later mail went through meanwhile

        assertThat(mailsAbout(report)).isEmpty();
        assertThat(WORLD.outcomes(report)).containsExactly("REFUSED");
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.delivery-failed.v1");
    }

    @Test
    void aNotifierKilledBeforeTheDotMakesNoSecondMail() throws Exception {
        var never = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.RECIPIENT, never));
        NotifierProcess first = notifier(PATIENT);
        World.Report report = report();
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("SENDING")));

        first.kill();
        never.countDown();
        notifier(PATIENT);
        accepted(report);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("ABANDONED", "ACCEPTED");
    }

    /** The one window there is: nobody can close it (RFC 1047); the copies bear one Message-ID. */
    @Test
    void aNotifierKilledBetweenDotAndAnswerRepeatsUnderTheSameMessageId() throws Exception {
        var never = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.FINAL_DOT, never));
        NotifierProcess first = notifier(PATIENT);
        World.Report report = report();
        World.await(SOON, () -> mailsAbout(report).size() == 1);

        first.kill();
        notifier(PATIENT);
        accepted(report);

        List<String> copies = mailsAbout(report);
        assertThat(copies).hasSize(2);
        assertThat(copies.stream().map(DeliveryFaultTest::messageId).distinct()).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("ABANDONED", "ACCEPTED");
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.reporter-notified.v1");
    }

    @Test
    void aDatabaseThatStopsBetweenDotAndAnswerMakesNoSecondMail() throws Exception {
        var answer = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.FINAL_DOT, answer));
        notifier(PATIENT);
        World.Report report = report();
        World.await(SOON, () -> mailsAbout(report).size() == 1);

        PartsForTests.postgres().kill();
        answer.countDown();
        PartsForTests.postgres().restart();
        accepted(report);

        World.Report next = report();
        accepted(next);
        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("ACCEPTED");
    }

    @Test
    void twoNotifiersAtOnceSendEachMailOnce() throws Exception {
        notifier(PATIENT);
        notifier(PATIENT);
        List<World.Report> reports = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            reports.add(report());
        }

        for (World.Report report : reports) {
            accepted(report);
        }

        Set<String> ids = new HashSet<>();
        outside.taken().forEach(mail -> assertThat(ids.add(messageId(mail))).isTrue());
        assertThat(ids).hasSize(40);
    }

    @Test
    void intakeAwayIsWaitedFor() throws Exception {
        WORLD.contacts().away(true);
        notifier(IMPATIENT);
        World.Report report = report();
        World.await(SOON, () -> WORLD.outcomes(report).contains("CONTACT_UNAVAILABLE"));

        WORLD.contacts().away(false);

        accepted(report);
        assertThat(mailsAbout(report)).hasSize(1);
    }

    private static String messageId(String mail) {
        Matcher found = MESSAGE_ID.matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
