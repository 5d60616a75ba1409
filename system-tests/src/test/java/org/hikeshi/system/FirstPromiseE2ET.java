package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.ReporterClient.Attachment;
import org.hikeshi.system.ReporterClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first promise by API (A3.1, A4.1, E3.2-ack, Z2.1): a report is stored, receipted and
 * acknowledged, for good. What the mail must and must not say is row R1 of the desk's mails.
 */
@Timeout(180)
class FirstPromiseE2ET {
    private final RunningSystem system = RunningSystem.get();
    private final FirstPromiseChecks checks = new FirstPromiseChecks(system);

    @Test
    void aReportByApiIsAcknowledgedByMail(@TempDir Path folder) throws Exception {
        String address = address();
        String body =
                """
                {"title":"Zebrafish title","description":"Zebrafish in the bootloader",
                 "product":{"name":"Zebrafish gateway","model":"EG-100"},
                 "reporter":{"name":"Zebrafish Taro","email":"%s","organisation":"Zebrafish Ltd","language":"en"}}\
                """
                        .formatted(address);
        Instant before = Instant.now();
        Reply reply = system.reporter().report(body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String code = reply.field("trackingCode");
        assertThat(TrackingCodes.isValid(code)).as(code).isTrue();
        assertThat(reply.field("accessKey").replace("-", "")).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(OffsetDateTime.parse(reply.field("receivedAt")).toInstant())
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(reply.http().headers().firstValue("Location").orElse(""))
                .endsWith("/api/v1/reports/" + code);
        assertThat(reply.field("statusUrl")).startsWith(system.origin() + "/status");
        assertThat(reply.field("policyVersion")).isNotBlank();
        FirstPromiseChecks.promisesAreComplete(reply.json().path("promises"));
        checks.receiptVerifies(reply, folder, body.getBytes(StandardCharsets.UTF_8));
        checks.statusOpens(reply);

        KeptMail kept = mailTo(address);
        MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(kept.raw()));
        String text = MailboxClient.text(mail, "text/plain").orElseThrow();
        assertThat(mail.getSubject()).contains(code).doesNotContainIgnoringCase("zebrafish");
        assertThat(text)
                .contains(code)
                .contains("We have received your report.")
                .contains("A person will read it and write to you by")
                .contains(system.origin() + "/status")
                .contains(reply.field("policyVersion"))
                .as("dates carry weekday and zone")
                .containsPattern("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d{1,2} [A-Z][a-z]{2} \\d{4}")
                .containsPattern("JST|UTC");
        for (String must : List.of(mail.getSubject(), text, FirstPromiseChecks.html(mail))) {
            assertThat(must)
                    .doesNotContainIgnoringCase("zebrafish")
                    .doesNotContain("EG-100")
                    .doesNotContain(reply.field("accessKey"))
                    .doesNotContainIgnoringCase("fingerprint")
                    .doesNotContainIgnoringCase("critical");
        }
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mail.getMessageID()).matches("<[^<>\\s]+@[^<>\\s]+>");
        assertThat(mail.getFrom()).hasSize(1);
        FirstPromiseChecks.noJapanese(text);
        FirstPromiseChecks.nothingButText(mail);
    }

    @Test
    void theLanguageOfTheMailIsTheReporters() throws Exception {
        String japanese = address();
        String unknown = address();
        String ja = "{\"description\":\"x\",\"reporter\":{\"email\":\"%s\",\"language\":\"ja\"}}";
        String both = "{\"description\":\"x\",\"reporter\":{\"email\":\"%s\"}}";
        Reply first = system.reporter().report(ja.formatted(japanese));
        Reply second = system.reporter().report(both.formatted(unknown));
        assertThat(FirstPromiseChecks.text(mailTo(japanese)))
                .contains("ご報告を受け付けました。受付番号は " + first.field("trackingCode") + " です。")
                .containsPattern("\\d{4}年\\d{1,2}月\\d{1,2}日\\([月火水木金土日]\\)")
                .doesNotContain("We have received");
        assertThat(FirstPromiseChecks.text(mailTo(unknown)))
                .contains("ご報告を受け付けました。")
                .contains("We have received your report.")
                .contains(second.field("trackingCode"));
    }

    @Test
    void threeFilesOf20MegabytesAreTakenAndReceipted(@TempDir Path folder) throws Exception {
        Random random = new Random(20);
        List<Attachment> files =
                List.of("dump.bin", "捕獲.pcap", "poc.c").stream()
                        .map(
                                name -> {
                                    byte[] bytes = new byte[20 << 20];
                                    random.nextBytes(bytes);
                                    return new Attachment(name, bytes);
                                })
                        .toList();
        String report = "{\"title\":\"files only\"}";
        Reply reply = system.reporter().report(report, files);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        checks.receiptVerifies(reply, folder, report.getBytes(StandardCharsets.UTF_8));
        String receipt = FirstPromiseChecks.receiptText(reply);
        for (Attachment file : files) {
            assertThat(receipt).containsIgnoringCase(sha256(file.bytes()));
        }
        checks.statusOpens(reply);
    }

    @Test
    void anAnonymousReporterIsAskedNothingAndWrittenNothing() throws Exception {
        Reply reply = system.reporter().report("{\"description\":\"nobody wrote this\"}");
        assertThat(reply.status()).isEqualTo(201);
        checks.statusOpens(reply);
        String next = address();
        system.reporter()
                .report("{\"description\":\"x\",\"reporter\":{\"email\":\"" + next + "\"}}");
        mailTo(next);
        assertThat(system.mailFolder().mails())
                .filteredOn(mail -> mail.text().contains(reply.field("trackingCode")))
                .as("nobody but the office, which hears of every report")
                .allMatch(mail -> mail.to().getFirst().startsWith("security-office"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndAnotherReportIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        String address = address();
        String body = "{\"description\":\"once\",\"reporter\":{\"email\":\"" + address + "\"}}";
        Reply first = system.reporter().report(body, "Idempotency-Key", key);
        Reply again = system.reporter().report(body, "Idempotency-Key", key);
        Reply other =
                system.reporter().report("{\"description\":\"other\"}", "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        mailTo(address);
        String marker = address();
        system.reporter()
                .report("{\"description\":\"x\",\"reporter\":{\"email\":\"" + marker + "\"}}");
        mailTo(marker);
        assertThat(mailsTo(address)).hasSize(1);
    }

    @Test
    void aWrongKeyAndAnUnknownCodeLookTheSame() throws Exception {
        Reply reply = system.reporter().report("{\"description\":\"x\"}");
        String code = reply.field("trackingCode");
        String key = reply.field("accessKey");
        Reply wrongKey = system.reporter().status(code, "0".repeat(26));
        Reply unknown = system.reporter().status("R-0000-0000-1", key);
        assertThat(wrongKey.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(wrongKey.text().replaceAll("R-[-0-9A-Z]+", ""))
                .isEqualTo(unknown.text().replaceAll("R-[-0-9A-Z]+", ""));
        String forgiven =
                key.toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replace('1', 'l');
        assertThat(
                        system.reporter()
                                .status(code.toLowerCase(java.util.Locale.ROOT), forgiven)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void dataSurvivesDownAndUp() throws Exception {
        Reply report = system.reporter().report("{\"description\":\"to be kept\"}");
        String key = system.reporter().get("/api/v1/receipt-key").text();
        int mails = system.mailbox().list().size();
        Map<String, Long> before = system.pids();
        assertThat(before).hasSize(8);
        system.launcher().down();
        assertThat(before.values().stream().flatMap(pid -> ProcessHandle.of(pid).stream()))
                .as("down leaves nothing running")
                .noneMatch(ProcessHandle::isAlive);
        system.launcher().up();
        checks.statusOpens(report);
        assertThat(system.reporter().get("/api/v1/receipt-key").text()).isEqualTo(key);
        assertThat(system.mailbox().list()).hasSizeGreaterThanOrEqualTo(mails);
        String address = address();
        system.reporter()
                .report("{\"description\":\"x\",\"reporter\":{\"email\":\"" + address + "\"}}");
        mailTo(address);
    }

    @Test
    void aKilledServiceIsRestartedVisibly() throws Exception {
        for (String name : List.of("notifier", "intake")) {
            Long pid = system.pids().get(name);
            system.kill(name);
            Waiting.until(
                    name + " is back",
                    Duration.ofSeconds(60),
                    () -> {
                        Long now = system.pids().get(name);
                        return now != null && !now.equals(pid) && system.isReady(name);
                    });
            assertThat(Files.readString(system.console())).contains(name + " ended by itself");
        }
        String address = address();
        system.reporter()
                .report("{\"description\":\"x\",\"reporter\":{\"email\":\"" + address + "\"}}");
        mailTo(address);
    }

    static String address() {
        return "finder-" + UUID.randomUUID() + "@example.com";
    }

    private KeptMail mailTo(String address) {
        Waiting.until(
                "the acknowledgement is in the mailbox",
                Duration.ofSeconds(30),
                () -> !mailsTo(address).isEmpty());
        return mailsTo(address).getFirst();
    }

    private List<KeptMail> mailsTo(String address) {
        return system.mailFolder().mails().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
