package org.hikeshi.disclosure.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.hikeshi.disclosure.pgp.DeskKey;
import org.hikeshi.disclosure.publication.SiteFile;
import org.hikeshi.web.Language;

/**
 * {@code /.well-known/security.txt} (RFC 9116): whom to write to, with which key, until when this
 * may be believed. Written anew each day, so it never expires while the desk lives.
 */
@ApplicationScoped
class SecurityText {
    private static final Duration VALID = Duration.ofDays(90);

    private final PublicFrame frame;
    private final DeskKey key;

    SecurityText(PublicFrame frame, DeskKey key) {
        this.frame = frame;
        this.key = key;
    }

    SiteFile file(Instant now) {
        Instant expires = now.plus(VALID).truncatedTo(ChronoUnit.SECONDS);
        var text = new StringBuilder();
        frame.contactMail().ifPresent(mail -> line(text, "Contact", "mailto:" + mail));
        line(text, "Contact", frame.origin().link("/report"));
        line(text, "Expires", expires.toString());
        if (key.certificate().isPresent()) {
            line(text, "Encryption", frame.origin().link("/.well-known/openpgp-key.asc"));
        }
        line(text, "Policy", frame.origin().link("/policy"));
        line(
                text,
                "Preferred-Languages",
                frame.languages().stream().map(Language::tag).collect(Collectors.joining(", ")));
        line(text, "Canonical", frame.origin().link("/.well-known/security.txt"));
        line(text, "CSAF", frame.origin().link("/.well-known/csaf/provider-metadata.json"));
        return SiteFile.of(
                "/.well-known/security.txt",
                SiteFile.TEXT,
                key.clearSign(text.toString()).orElseGet(text::toString));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
