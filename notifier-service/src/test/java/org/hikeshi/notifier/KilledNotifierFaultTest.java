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
import org.hikeshi.notifier.ScriptedMailServer.Step;
import org.hikeshi.notifier.ScriptedMailServer.Trick;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Notifiers and database taken away while a mail is under way, and two notifiers at once. {@link
 * UnclaimedSendingFaultTest} is the control: two workers without a claim send twice.
 */
@Timeout(120)
class KilledNotifierFaultTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<[^>]*>)");
    private static final World WORLD = World.shared();

    private final List<NotifierProcess> notifiers = new ArrayList<>();
    private ScriptedMailServer outside;

    @BeforeEach
    void start() throws Exception {
        outside = ScriptedMailServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        outside.close(); // first: a notifier lets mails under way finish
        for (NotifierProcess notifier : notifiers) {
            notifier.close();
        }
    }

    private NotifierProcess notifier() throws Exception {
        NotifierProcess started =
                NotifierProcess.start(WORLD, outside.port(), Map.of("HIKESHI_MAIL_LEASE", "PT2S"));
        notifiers.add(started);
        return started;
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
    void aNotifierKilledBeforeTheDotMakesNoSecondMail() throws Exception {
        var never = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.RECIPIENT, never));
        NotifierProcess first = notifier();
        World.Report report = WORLD.report();
        World.await(SOON, () -> WORLD.deliveryState(report).equals(List.of("SENDING")));

        first.kill();
        never.countDown();
        notifier();
        accepted(report);

        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("ABANDONED", "ACCEPTED");
    }

    /** The one window there is: nobody can close it (RFC 1047); the copies bear one Message-ID. */
    @Test
    void aNotifierKilledBetweenDotAndAnswerRepeatsUnderTheSameMessageId() throws Exception {
        var never = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.FINAL_DOT, never));
        NotifierProcess first = notifier();
        World.Report report = WORLD.report();
        World.await(SOON, () -> mailsAbout(report).size() == 1);

        first.kill();
        notifier();
        accepted(report);

        List<String> copies = mailsAbout(report);
        assertThat(copies).hasSize(2);
        assertThat(copies.stream().map(KilledNotifierFaultTest::messageId).distinct()).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("ABANDONED", "ACCEPTED");
        assertThat(WORLD.said(report)).containsExactly("org.hikeshi.reporter-notified.v1");
    }

    @Test
    void aDatabaseThatStopsBetweenDotAndAnswerMakesNoSecondMail() throws Exception {
        var answer = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(Step.FINAL_DOT, answer));
        notifier();
        World.Report report = WORLD.report();
        World.await(SOON, () -> mailsAbout(report).size() == 1);

        PartsForTests.postgres().kill();
        answer.countDown();
        PartsForTests.postgres().restart();
        accepted(report);

        World.Report next = WORLD.report();
        accepted(next);
        assertThat(mailsAbout(report)).hasSize(1);
        assertThat(WORLD.outcomes(report)).containsExactly("ACCEPTED");
    }

    @Test
    void twoNotifiersAtOnceSendEachMailOnce() throws Exception {
        notifier();
        notifier();
        List<World.Report> reports = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            reports.add(WORLD.report());
        }

        for (World.Report report : reports) {
            accepted(report);
        }

        Set<String> ids = new HashSet<>();
        outside.taken().forEach(mail -> assertThat(ids.add(messageId(mail))).isTrue());
        assertThat(ids).hasSize(40);
    }

    private static String messageId(String mail) {
        Matcher found = MESSAGE_ID.matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
