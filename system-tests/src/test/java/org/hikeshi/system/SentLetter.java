package org.hikeshi.system;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.journey.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A mail that left, as its reader sees it.
 *
 * @param id of the mailbox
 * @param acceptedAt when the mailbox had it on disk
 * @param messageId the same for each copy of one mail
 * @param code in brackets at the subject's head: a tracking code or a public id
 * @param subject without that
 * @param language value of {@code Content-Language}, empty if there is none
 */
record SentLetter(
        String id,
        Instant acceptedAt,
        String messageId,
        String to,
        String code,
        String subject,
        String language,
        String text,
        String html,
        String raw) {

    static SentLetter of(KeptMail mail) {
        try {
            MimeMessage read = new MimeMessage(null, new ByteArrayInputStream(mail.raw()));
            String subject = Objects.requireNonNullElse(read.getSubject(), "");
            int end = subject.startsWith("[") ? subject.indexOf(']') : -1;
            return new SentLetter(
                    mail.id(),
                    mail.receivedAt(),
                    Objects.requireNonNullElse(read.getMessageID(), ""),
                    String.join(",", mail.to()),
                    end < 0 ? "" : subject.substring(1, end),
                    subject.replaceAll("\\[[^\\]]*] ?", ""),
                    first(read.getHeader("Content-Language")),
                    part(read, "text/plain"),
                    part(read, "text/html"),
                    mail.text());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(mail.id() + " is no mail", e);
        }
    }

    /** All mails of a mailbox, oldest first. */
    static List<SentLetter> all(RunningSystem system) {
        return system.mailFolder().mails().reversed().stream().map(SentLetter::of).toList();
    }

    private static String first(String @Nullable [] header) {
        return header == null ? "" : header[0];
    }

    private static String part(MimeMessage mail, String type)
            throws MessagingException, IOException {
        Optional<String> part = MailboxClient.text(mail, type);
        return part.orElse("");
    }

    /** The words of the HTML form, without its marks. */
    String htmlWords() {
        return html.replaceAll("(?s)<head>.*?</head>|<style.*?</style>", " ")
                .replaceAll("<[^>]+>", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
    }

    /** As in promises of a journey. */
    Outcome.Mail mail() {
        return new Outcome.Mail(
                "%s | %s | %s".formatted(to, language, subject.replaceAll("EG-\\d{4}", "MODEL")),
                messageId,
                acceptedAt);
    }

    /** Who and what, for tables. */
    String line() {
        return to + " | " + subject;
    }

    @Override
    public String toString() {
        return line() + " (" + id + ")";
    }
}
