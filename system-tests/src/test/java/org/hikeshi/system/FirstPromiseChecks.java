package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.ReporterClient.Reply;

/**
 * How receipt, promises and letter of a report must look.
 *
 * @param system that gave the receipt
 */
record FirstPromiseChecks(RunningSystem system) {

    static void promisesAreComplete(JsonNode promises) {
        assertThat(promises).isNotEmpty();
        for (JsonNode promise : promises) {
            assertThat(promise.path("clause").asText()).isNotBlank();
            assertThat(promise.path("clock").asText()).isNotBlank();
            assertThat(promise.path("kind").asText()).isIn("target", "commitment");
            assertThat(OffsetDateTime.parse(promise.path("dueAt").asText()).toInstant())
                    .isAfter(Instant.now());
            assertThat(promise.path("text").toString()).hasSizeGreaterThan(10);
        }
    }

    void receiptVerifies(Reply reply, Path folder, byte[] sent) throws Exception {
        assertThat(receiptText(reply))
                .contains(reply.field("trackingCode"))
                .contains(reply.field("policyVersion"))
                .containsIgnoringCase(FirstPromiseE2ET.sha256(sent));
        assumeThat(OpenSsl.isInstalled()).as("openssl is installed").isTrue();
        JsonNode receipt = reply.json().path("receipt");
        byte[] bytes = Base64.getDecoder().decode(receipt.path("bytes").asText());
        byte[] signature = Base64.getDecoder().decode(receipt.path("ed25519").asText());
        String key = receiptKey(receipt.path("keyId").asText());
        assertThat(OpenSsl.verifies(folder, key, bytes, signature)).isTrue();
        bytes[bytes.length / 2] ^= 1;
        assertThat(OpenSsl.verifies(folder, key, bytes, signature)).as("one bit later").isFalse();
    }

    private String receiptKey(String keyId) throws IOException {
        Reply reply = system.reporter().get("/api/v1/receipt-key");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains(keyId);
        return reply.field("publicKey");
    }

    static String receiptText(Reply reply) {
        return new String(
                Base64.getDecoder().decode(reply.json().path("receipt").path("bytes").asText()),
                StandardCharsets.UTF_8);
    }

    static String html(MimeMessage mail) throws Exception {
        return MailboxClient.text(mail, "text/html").orElse("");
    }

    static void noJapanese(String text) {
        assertThat(text.codePoints().filter(c -> c > 0x3000 && c < 0xa000).count()).isZero();
    }

    static void nothingButText(MimeMessage mail) throws Exception {
        String raw = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(raw).doesNotContainIgnoringCase("content-disposition: attachment");
        assertThat(html(mail)).doesNotContain("<img").doesNotContain("<script");
    }

    void statusOpens(Reply report) throws IOException {
        Reply status =
                system.reporter().status(report.field("trackingCode"), report.field("accessKey"));
        assertThat(status.status()).as(status.text()).isEqualTo(200);
        assertThat(status.field("trackingCode")).isEqualTo(report.field("trackingCode"));
        assertThat(status.field("stage")).isEqualTo("received");
        assertThat(status.json().path("promises")).isNotEmpty();
    }

    static String text(KeptMail kept) throws Exception {
        var mail = new MimeMessage(null, new ByteArrayInputStream(kept.raw()));
        return MailboxClient.text(mail, "text/plain").orElseThrow();
    }
}
