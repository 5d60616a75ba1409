package org.hikeshi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.hikeshi.notifier.ScriptedMailServer.Step;
import org.hikeshi.notifier.ScriptedMailServer.Trick;
import org.hikeshi.parts.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What can go wrong between one living notifier and its mail server, each time with the same
 * notifier. {@link KilledNotifierFaultTest} takes the notifier and the database away; {@link
 * UnclaimedSendingFaultTest} is the control.
 */
@Timeout(60)
class DeliveryFaultTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final World WORLD = World.shared();
    private static final int PORT = Ports.free();
    private static NotifierProcess notifier;

    private ScriptedMailServer outside;

    @BeforeAll
    static void startNotifier() throws Exception {
        notifier =
                NotifierProcess.start(
                        WORLD,
                        PORT,
                        Map.of("HIKESHI_SMTP_PATIENCE", "PT1S", "HIKESHI_MAIL_LEASE", "PT2S"));
    }

    @AfterAll
    static void stopNotifier() throws Exception {
        notifier.close();
    }

    @BeforeEach
    void start() throws Exception {
        outside = new ScriptedMailServer(PORT);
    }

    @AfterEach
    void stop() throws Exception {
        outside.close();
    }

    private static void accepted(World.Report report) throws InterruptedException {
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("ACCEPTED")));
    }

    private List<String> mailsAbout(World.Report report) {
        return outside.taken().stream()
                .filter(mail -> mail.contains("To: " + World.address(report) + "\r\n"))
                .toList();
    }

    @Test
    void aMailServerThatIsAwayIsWaitedFor() throws Exception {
        outside.close();
        World.Report report = WORLD.report();
        World.await(SOON, () -> WORLD.outcomes(report).contains("UNREACHABLE"));

        outside = new ScriptedMailServer(PORT);

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
        World.Report report = WORLD.report();

        accepted(report);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("UNREACHABLE", "ACCEPTED");
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.reporter-notified.v1");
    }

    @Test
    void aServerThatFallsSilentIsLeftAndDoesNotFinishLater() throws Exception {
        var thaw = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.SENDER, thaw));
        World.Report report = WORLD.report();
        accepted(report);

        thaw.countDown();
        World.Report next = WORLD.report();
        accepted(next);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("UNREACHABLE", "ACCEPTED");
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        outside.next(new Trick.Answers(Step.FINAL_DOT, "451 4.7.1 greylisted"));
        World.Report report = WORLD.report();

        accepted(report);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("DEFERRED", "ACCEPTED");
    }

    @Test
    void aRefusedRecipientIsToldAndNotTriedAgain() throws Exception {
        outside.next(new Trick.Answers(Step.RECIPIENT, "550 5.1.1 no such person"));
        World.Report report = WORLD.report();

        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("REFUSED")));
        accepted(WORLD.report()); // a whole later mail went through meanwhile

        assertThat(mailsAbout(report)).isEmpty();
        assertThat(WORLD.outcomes(report)).containsExactly("REFUSED");
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.delivery-failed.v1");
    }

    @Test
    void intakeAwayIsWaitedFor() throws Exception {
        WORLD.contacts().away(true);
        World.Report report = WORLD.report();
        World.await(SOON, () -> WORLD.outcomes(report).contains("CONTACT_UNAVAILABLE"));

        WORLD.contacts().away(false);

        accepted(report);
        assertThat(mailsAbout(report)).hasSize(1);
    }
}
