package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mail answered with 250 is there after SIGKILL, readable by folder and IMAP; what is too big is
 * refused.
 */
class MailboxProcessIT {
    private static final String FINDER = "finder@example.com";

    @TempDir private Path dir;

    @Test
    void acceptedMailsSurviveSigkillRightAfterThe250() throws Exception {
        try (var mailbox = MailboxProcess.start(dir, Ports.free(), Ports.free(), List.of())) {
            for (int i = 0; i < 5; i++) {
                send(mailbox, "受付 " + i, "本文 " + i);
            }
            mailbox.kill();
            mailbox.restart();
            send(mailbox, "受付 5", "本文 5");

            assertThat(mailbox.folder().mails())
                    .hasSize(6)
                    .allSatisfy(mail -> assertThat(mail.to()).containsExactly(FINDER));
            assertThat(imapSubjects(mailbox))
                    .containsExactly("受付 0", "受付 1", "受付 2", "受付 3", "受付 4", "受付 5");
        }
    }

    @Test
    void newestMailComesFirstAndIsTheMessageAsSent() throws Exception {
        try (var mailbox = MailboxProcess.start(dir, Ports.free(), Ports.free(), List.of())) {
            send(mailbox, "first", "one");
            byte[] sent = send(mailbox, "second", ".two with a dot\r\n..and two");

            KeptMail newest = mailbox.folder().mails().getFirst();

            assertThat(
                            new String(newest.raw(), java.nio.charset.StandardCharsets.ISO_8859_1)
                                    .stripTrailing())
                    .isEqualTo(
                            new String(sent, java.nio.charset.StandardCharsets.ISO_8859_1)
                                    .stripTrailing());
            assertThat(newest.from()).isEqualTo("desk@example.com");
            assertThat(mailbox.folder().read("../imap.password")).isEmpty();
        }
    }

    @Test
    void aMailOverTheLimitOrToNoDomainIsRefusedAndNotKept() throws Exception {
        try (var mailbox = MailboxProcess.start(dir, Ports.free(), Ports.free(), List.of())) {
            assertThatThrownBy(() -> send(mailbox, "big", "x".repeat(MailboxProcess.MAX_BYTES + 1)))
                    .hasMessageContaining("552");
            try (var client = new SmtpByHand(mailbox.smtpPort())) {
                client.say("EHLO test").say("MAIL FROM:<a@example.com>");
                assertThat(client.answerTo("RCPT TO:<b@Moved.INVALID>")).startsWith("550 5.1.2");
                assertThat(client.answerTo("RCPT TO:<b@invalid.example.com>")).startsWith("250");
            }
            assertThat(mailbox.folder().ids()).isEmpty();
        }
    }

    @Test
    void aMailCutBeforeItsEndIsNotKept() throws Exception {
        try (var mailbox = MailboxProcess.start(dir, Ports.free(), Ports.free(), List.of());
                var proxy = FaultProxy.to(mailbox.smtpPort());
                var client = new SmtpByHand(proxy.port())) {
            client.say("EHLO test")
                    .say("MAIL FROM:<a@example.com>")
                    .say("RCPT TO:<b@example.com>")
                    .say("DATA");
            client.write("Subject: half\r\n\r\nno final dot");
            proxy.cut();

            assertThat(Processes.waitUntil(() -> drafts() == 0, Duration.ofSeconds(10))).isTrue();
            assertThat(mailbox.folder().ids()).isEmpty();
        }
    }

    private long drafts() {
        String[] names = dir.resolve("mails").toFile().list();
        return names == null
                ? 0
                : Arrays.stream(names).filter(name -> name.endsWith(".draft")).count();
    }

    private static byte[] send(MailboxProcess mailbox, String subject, String text)
            throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("desk@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(FINDER));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
        var bytes = new java.io.ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static List<String> imapSubjects(MailboxProcess mailbox) throws Exception {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mailbox.imapPort(), FINDER, mailbox.imapPassword());
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var subjects = new java.util.ArrayList<String>();
            for (Message message : inbox.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        }
    }
}
