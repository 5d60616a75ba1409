package org.hikeshi.system;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads the local mailbox as its page does: by the launcher's API and a person's password. */
final class MailboxClient {
    /** One line of the list. */
    record Entry(String id, List<String> to, String subject, String date) {
        java.time.Instant at() {
            return OffsetDateTime.parse(date).toInstant();
        }
    }

    private final ReporterClient http;
    private final String authorization;

    MailboxClient(ReporterClient http, String person, String password) {
        this.http = http;
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (person + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Newest first. */
    List<Entry> list() throws IOException {
        return entries("/mailbox/api/messages");
    }

    List<Entry> to(String address) throws IOException {
        return entries(
                "/mailbox/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private List<Entry> entries(String path) throws IOException {
        List<Entry> entries = new ArrayList<>();
        JsonNode list = http.get(path, "Authorization", authorization).json();
        for (JsonNode entry : list) {
            List<String> to = new ArrayList<>();
            entry.path("to").forEach(address -> to.add(address.asText()));
            entries.add(
                    new Entry(
                            entry.path("id").asText(),
                            to,
                            entry.path("subject").asText(),
                            entry.path("date").asText()));
        }
        return entries;
    }

    /** The bytes as sent. */
    byte[] raw(Entry entry) throws IOException {
        return http.get("/mailbox/api/messages/" + entry.id(), "Authorization", authorization)
                .http()
                .body();
    }

    MimeMessage read(Entry entry) throws IOException, MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(raw(entry)));
    }

    /** The decoded text of the first part of this type. */
    static Optional<String> text(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> text = text(inner, type);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
