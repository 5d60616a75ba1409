package org.hikeshi.launcher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hikeshi.parts.KeptMail;
import org.junit.jupiter.api.Test;

class ReadMailTest {
    private static ReadMail read(String raw) {
        return ReadMail.of(
                new KeptMail(
                        "id",
                        "desk@example.com",
                        List.of("finder@example.com"),
                        Instant.parse("2026-12-01T05:30:00Z"),
                        raw.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void decodesHeadersAndBothParts() {
        ReadMail mail =
                read(
                        """
                From: =?UTF-8?B?56qT5Y+j?= <desk@example.com>
                To: finder@example.com
                Subject: =?UTF-8?B?5Y+X5LuY?=
                Date: Tue, 1 Dec 2026 14:30:00 +0900
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                5pys5paH
                --b
                Content-Type: text/html; charset=utf-8

                <html><head><style>p{}</style></head><p>a &lt;b&gt;</p><script>alert(1)</script></html>
                --b--
                """);

        assertThat(mail.from()).contains("窓口");
        assertThat(mail.subject()).isEqualTo("受付");
        assertThat(mail.texts())
                .containsExactly(
                        new ReadMail.Shown("text", "本文"), new ReadMail.Shown("html", "a <b>"));
    }

    @Test
    void namesWhatIsAttachedAndShowsNothingOfIt() {
        ReadMail mail =
                read(
                        """
                Subject: x
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html
                Content-Disposition: attachment; filename="evil.html"

                <script>alert(1)</script>
                --b--
                """);

        assertThat(mail.attachments()).containsExactly("evil.html");
        assertThat(mail.texts()).isEmpty();
    }

    @Test
    void aMailThatCannotBeDecodedIsToldAndNotThrown() {
        ReadMail mail = read("Content-Type: multipart/mixed\n\nno boundary");

        assertThat(mail.to()).containsExactly("finder@example.com");
        assertThat(mail.texts()).contains(new ReadMail.Shown("unreadable", ""));
    }
}
