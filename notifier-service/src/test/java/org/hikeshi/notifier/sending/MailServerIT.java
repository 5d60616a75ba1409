package org.hikeshi.notifier.sending;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.notifier.ScriptedMailServer;
import org.hikeshi.notifier.ScriptedMailServer.Step;
import org.hikeshi.notifier.ScriptedMailServer.Trick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the client of the mail server makes of servers that misbehave. */
@Timeout(10)
class MailServerIT {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final AtomicInteger beats = new AtomicInteger();
    private ScriptedMailServer outside;
    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        outside = ScriptedMailServer.start();
        server = new MailServer(settings(outside.port()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        outside.close();
    }

    @Test
    void aTakenMailIsTaken() throws Exception {
        assertThat(send()).isEqualTo(new SmtpVerdict.Taken(250));
        assertThat(send()).isEqualTo(new SmtpVerdict.Taken(250));
        assertThat(outside.taken()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aBrokenConnectionIsNoAnswer(Step step) throws Exception {
        outside.next(new Trick.Drops(step));

        assertThat(send()).isEqualTo(new SmtpVerdict.NoAnswer());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aSilentServerIsLeftForGood(Step step) throws Exception {
        var thaw = new CountDownLatch(1);
        outside.next(new Trick.FallsSilent(step, thaw));

        assertThat(send()).isEqualTo(new SmtpVerdict.NoAnswer());

        int had = outside.taken().size();
        thaw.countDown();
        assertThat(send()).isEqualTo(new SmtpVerdict.Taken(250));
        // After the dot it had the mail already: the window that no client can close.
        assertThat(had).isEqualTo(step == Step.FINAL_DOT ? 1 : 0);
        assertThat(beats).hasPositiveValue();
        if (step != Step.MIDDLE_OF_TEXT) { // there, text and dot may lie in the server's own buffer
            assertThat(outside.taken()).hasSize(had + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"RECIPIENT", "FINAL_DOT"})
    void aRefusedRecipientOrTextIsNever(Step step) throws Exception {
        outside.next(new Trick.Answers(step, "550 5.1.1 no such person"));

        assertThat(send()).isEqualTo(new SmtpVerdict.Never(550));
        assertThat(outside.taken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"GREETING", "SENDER", "DATA"})
    void aRefusalOfUsIsLater(Step step) throws Exception {
        outside.withoutPipelining().next(new Trick.Answers(step, "554 5.7.1 not you"));

        assertThat(send()).isEqualTo(new SmtpVerdict.Later(554));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"GREETING", "SENDER", "RECIPIENT", "FINAL_DOT"})
    void aBusyServerIsLater(Step step) throws Exception {
        outside.next(new Trick.Answers(step, "451 4.3.0 later"));

        assertThat(send()).isEqualTo(new SmtpVerdict.Later(451));
        assertThat(outside.taken()).isEmpty();
    }

    @Test
    void nobodyThereIsNoAnswer() throws Exception {
        outside.close();

        assertThat(send()).isEqualTo(new SmtpVerdict.NoAnswer());
    }

    private SmtpVerdict send() throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("desk@example.com");
        mail.setText("one\ntwo\n.three\nfour\nfive");
        return server.take(
                mail,
                new MailAddress("finder", "example.net"),
                Duration.ofMillis(50),
                () -> beats.incrementAndGet());
    }

    static MailServerSettings settings(int port) {
        return new MailServerSettings() {
            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public Encryption encryption() {
                return Encryption.NONE;
            }

            @Override
            public Optional<String> user() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Optional<String> greeting() {
                return Optional.of("notifier.example.com");
            }

            @Override
            public Optional<String> envelopeSender() {
                return Optional.empty();
            }

            @Override
            public Duration connect() {
                return PATIENCE;
            }

            @Override
            public Duration patience() {
                return PATIENCE;
            }

            @Override
            public Duration keepAlive() {
                return Duration.ofSeconds(30);
            }

            @Override
            public int lines() {
                return 4;
            }
        };
    }
}
