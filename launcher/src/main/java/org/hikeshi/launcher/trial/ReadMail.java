package org.hikeshi.launcher.trial;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.hikeshi.parts.KeptMail;

/**
 * A mail as a mail program shows it: decoded headers, its text, its HTML as plain text, the names
 * of what is attached. Nothing of it is rendered or executed; what cannot be decoded is told.
 *
 * @param texts shown one after the other: kind ({@code text} or {@code html}) and content
 */
record ReadMail(
        String id,
        String from,
        List<String> to,
        String subject,
        Instant date,
        List<Header> headers,
        List<Shown> texts,
        List<String> attachments) {
    private static final int DEEPEST = 8;
    private static final Session SESSION = Session.getInstance(new Properties());

    record Header(String name, String value) {}

    record Shown(String kind, String content) {}

    /**
     * Whether it went to that address, in any case of letters; nobody in particular means
     * everybody.
     */
    boolean isFor(@org.jspecify.annotations.Nullable String address) {
        return address == null
                || address.isBlank()
                || to.stream().anyMatch(address.strip()::equalsIgnoreCase);
    }

    static ReadMail of(KeptMail mail) {
        List<Header> headers = new ArrayList<>();
        List<Shown> texts = new ArrayList<>();
        List<String> attachments = new ArrayList<>();
        String from = mail.from();
        String subject = "";
        Instant date = mail.receivedAt();
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(mail.raw()));
            subject = message.getSubject() == null ? "" : message.getSubject();
            date = message.getSentDate() == null ? date : message.getSentDate().toInstant();
            from = addresses(message.getFrom(), from);
            headers(message, headers);
            collect(message, texts, attachments, 0);
        } catch (MessagingException | IOException | RuntimeException e) {
            texts.add(new Shown("unreadable", ""));
        }
        return new ReadMail(
                mail.id(),
                from,
                mail.to(),
                subject,
                date,
                List.copyOf(headers),
                List.copyOf(texts),
                List.copyOf(attachments));
    }

    private static void headers(MimeMessage message, List<Header> headers)
            throws MessagingException, IOException {
        for (String name :
                List.of(
                        "From",
                        "To",
                        "Cc",
                        "Reply-To",
                        "Date",
                        "Subject",
                        "Message-ID",
                        "In-Reply-To",
                        "Auto-Submitted")) {
            String[] values = message.getHeader(name);
            if (values != null) {
                for (String value : values) {
                    headers.add(
                            new Header(
                                    name,
                                    jakarta.mail.internet.MimeUtility.decodeText(
                                            jakarta.mail.internet.MimeUtility.unfold(value))));
                }
            }
        }
    }

    private static String addresses(
            Address @org.jspecify.annotations.Nullable [] from, String otherwise) {
        return from == null || from.length == 0
                ? otherwise
                : String.join(
                        ", ",
                        Arrays.stream(from)
                                .map(
                                        address ->
                                                address instanceof InternetAddress internet
                                                        ? internet.toUnicodeString()
                                                        : address.toString())
                                .toList());
    }

    private static void collect(Part part, List<Shown> texts, List<String> attachments, int depth)
            throws MessagingException, IOException {
        if (depth > DEEPEST) {
            attachments.add("…");
        } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || part.getFileName() != null) {
            attachments.add(
                    part.getFileName() == null ? part.getContentType() : part.getFileName());
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart one = many.getBodyPart(i);
                collect(one, texts, attachments, depth + 1);
            }
        } else if (part.isMimeType("text/html") && part.getContent() instanceof String html) {
            texts.add(new Shown("html", withoutTags(html)));
        } else if (part.isMimeType("text/*") && part.getContent() instanceof String text) {
            texts.add(new Shown("text", text));
        } else {
            attachments.add(part.getContentType());
        }
    }

    /** Enough to read an HTML mail as text; it is escaped again before it is shown. */
    static String withoutTags(String html) {
        return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1\\s*>", "")
                .replaceAll("(?i)<(br|/p|/div|/h[1-6]|/li|/tr|/table)\\b[^>]*>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
