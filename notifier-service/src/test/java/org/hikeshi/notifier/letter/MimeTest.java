package org.hikeshi.notifier.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.policy.Language;
import org.junit.jupiter.api.Test;

/** The bytes that go over the wire, and what a reader's program makes of them. */
class MimeTest {
    private static final String DESK = "例示電機 製品セキュリティ窓口";
    private static final String SUBJECT = "[R-7K3M-92QX-4] 受付のお知らせ / Acknowledgement of receipt";
    private static final String WORDS = "髙﨑さんへ。𠮷野家で 😀\n.点で始まる行\nFrom here";
    private static final Letter LETTER =
            new Letter(
                    DESK,
                    SUBJECT,
                    List.of(
                            new Letter.Part(Language.JA, List.of(new Block.Paragraph(WORDS))),
                            new Letter.Part(Language.EN, List.of(new Block.Paragraph("Plain.")))));
    private static final Mime.Envelope ENVELOPE =
            new Mime.Envelope(
                    new MailAddress("security", "example.com"),
                    new MailAddress("bounces", "example.com"),
                    new MailAddress("finder", "example.net"),
                    "<1@example.com>");
    private static final Instant AT = Instant.parse("2026-12-01T05:30:00Z");

    private static String wire() throws Exception {
        var out = new ByteArrayOutputStream();
        Mime.of(LETTER, ENVELOPE, AT).writeTo(out);
        return out.toString(US_ASCII);
    }

    private static MimeMessage read() throws Exception {
        return new MimeMessage(null, new java.io.ByteArrayInputStream(wire().getBytes(US_ASCII)));
    }

    @Test
    void theWireIsAsciiInShortLines() throws Exception {
        assertThat(wire()).matches(Pattern.compile("(?s)[\\x09\\x0a\\x0d\\x20-\\x7e]*"));
        assertThat(wire().lines()).allMatch(line -> line.length() <= 200);
    }

    @Test
    void readersGetTheWordsBack() throws Exception {
        MimeMessage read = read();
        var parts = (MimeMultipart) read.getContent();

        assertThat(read.getSubject()).isEqualTo(SUBJECT);
        assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo(DESK);
        assertThat(((InternetAddress) read.getFrom()[0]).getAddress())
                .isEqualTo("security@example.com");
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType())
                .isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(LETTER.text());
        assertThat(parts.getBodyPart(1).getContentType())
                .isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(LETTER.html());
    }

    /** RFC 2047 §5: no character may be split between two encoded words. */
    @Test
    void eachEncodedWordIsWholeByItself() throws Exception {
        var words = Pattern.compile("=\\?[^?]+\\?[BQ]\\?[^?]*\\?=").matcher(wire());
        int count = 0;
        while (words.find()) {
            assertThat(words.group().length()).isLessThanOrEqualTo(75);
            assertThat(MimeUtility.decodeWord(words.group())).doesNotContain("\ufffd");
            count++;
        }
        assertThat(count).isGreaterThan(2);
    }

    @Test
    void headersSayWhatItIs() throws Exception {
        MimeMessage read = read();

        assertThat(read.getHeader("Message-ID")).containsExactly("<1@example.com>");
        assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(read.getHeader("Content-Language")).containsExactly("ja, en");
        assertThat(read.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(read.getSentDate()).isEqualTo(AT);
        assertThat(read.getHeader("To")).containsExactly("finder@example.net");
        assertThat(read.getHeader("Reply-To")).isNull();
    }

    @Test
    void theSecondAttemptBearsTheSameId() throws Exception {
        assertThat(Mime.of(LETTER, ENVELOPE, AT.plusSeconds(60)).getMessageID())
                .isEqualTo("<1@example.com>");
    }
}
