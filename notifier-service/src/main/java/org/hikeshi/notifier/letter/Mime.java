package org.hikeshi.notifier.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.hikeshi.mail.MailAddress;

/** A letter as a message that goes over the wire. */
public final class Mime {
    private Mime() {}

    /**
     * @param envelope from whom, to whom, under which id
     * @param at the {@code Date}, when this attempt was made
     */
    public static MimeMessage of(Letter letter, Envelope envelope, Instant at) {
        try {
            var message = new WithOwnId(envelope.messageId());
            message.setEnvelopeFrom(envelope.returns().toString());
            message.setFrom(
                    new InternetAddress(envelope.from().toString(), letter.sender(), UTF_8.name()));
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(envelope.to().toString()));
            message.setSubject(letter.subject(), UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader(
                    "Auto-Submitted", "auto-replied"); // RFC 3834 §5: no machine answers it
            message.setHeader("Content-Language", letter.languages());
            message.setContent(
                    new MimeMultipart(
                            "alternative",
                            part(letter.text(), "plain"),
                            part(letter.html(), "html")));
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException impossible) {
            throw new IllegalStateException("a letter always becomes a message", impossible);
        }
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, UTF_8.name(), subtype);
        return part;
    }

    /**
     * @param returns where the recipient's server sends what it cannot deliver: never the desk (RFC
     *     3834 §3.3)
     * @param messageId with angle brackets, the same in every attempt
     */
    public record Envelope(
            MailAddress from, MailAddress returns, MailAddress to, String messageId) {}

    private static final class WithOwnId extends SMTPMessage {
        private final String id;

        WithOwnId(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
