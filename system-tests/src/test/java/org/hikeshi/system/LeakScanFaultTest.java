package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.system.LeakControl.PlantedWord;
import org.hikeshi.system.ReporterClient.Attachment;
import org.hikeshi.system.ReporterClient.Reply;
import org.hikeshi.system.leak.PlantedSecret;
import org.hikeshi.system.leak.SecretScanner;
import org.hikeshi.system.leak.SecretScanner.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Plants a word of its own in every field, by API and form, in good and in bad input, and looks for
 * each of them, in every encoding, in all that the running system keeps, sends and logs.
 *
 * <p>Control: the same pass must find words that the test itself leaves in each kind of place.
 */
@Timeout(300)
class LeakScanFaultTest {
    /** A finder's address on the loopback network that nobody else has. */
    private static final PlantedSecret FINDERS_ADDRESS =
            new PlantedSecret("network address", "127.77.133.199");

    private final RunningSystem system = RunningSystem.get();
    private final Instant start = Instant.now();
    private final Places places = new Places(system, start);
    private final List<PlantedSecret> sealed = new ArrayList<>(List.of(FINDERS_ADDRESS));
    private final List<PlantedSecret> products = new ArrayList<>();

    @Test
    void nothingPlantedIsFoundOutsideItsOwner() throws Exception {
        List<String> addresses = List.of(plantByApi(), plantByForm());
        BadInput bad = new BadInput(system, FINDERS_ADDRESS.word());
        List<String> answers = bad.answers();
        sealed.addAll(bad.planted());
        List<PlantedWord> left = LeakControl.leaveEverywhere(system);
        awaitMails(addresses);

        List<PlantedSecret> all = new ArrayList<>(sealed);
        left.forEach(word -> all.add(word.secret()));
        SecretScanner scanner = new SecretScanner(all);
        List<Finding> findings = new ArrayList<>(places.scan(scanner));
        findings.addAll(places.scanMails(scanner, addresses));
        for (String answer : answers) {
            String about = "answer " + answer.lines().findFirst().orElse("");
            findings.addAll(scanner.scan(about, answer.getBytes(StandardCharsets.UTF_8)));
        }
        for (PlantedWord control : left) {
            assertThat(findings)
                    .as("the control in " + control.secret().field() + " is found")
                    .anyMatch(
                            f ->
                                    f.secret().equals(control.secret())
                                            && f.place().startsWith(control.place()));
        }
        findings.removeIf(f -> left.stream().anyMatch(w -> w.secret().equals(f.secret())));
        findings.removeIf(f -> isAddress(f.secret()) && isOwnMail(f.place(), addresses));
        // An error names the field that is wrong (RFC 9457, contract), also one that nobody knows.
        findings.removeIf(
                f ->
                        f.secret().field().equals("bad:unknown field")
                                && f.place().startsWith("answer 422"));
        assertThat(findings).isEmpty();

        List<Finding> named = new ArrayList<>(places.scanAsReaders(new SecretScanner(products)));
        named.addAll(places.scanMails(new SecretScanner(products), addresses));
        named.removeIf(f -> f.place().startsWith("intake.public.report.product"));
        assertThat(named).as("product words belong to intake's own table").isEmpty();
    }

    /** While 20 MB are under way, and after the upload was given up, no file holds a word of it. */
    @Test
    void anUploadTouchesNoFileInClear() throws Exception {
        PlantedSecret content = PlantedSecret.latin("content of a file under way");
        PlantedSecret name = PlantedSecret.latin("name of a file under way");
        PlantedSecret text = PlantedSecret.latin("report with a file under way");
        SecretScanner scanner = new SecretScanner(List.of(content, name, text));
        String chunk = (content.word() + " ").repeat(50_000);
        try (RawHttp upload = new RawHttp(system.httpPort())) {
            upload.say(
                    """
                    POST /api/v1/reports HTTP/1.1\r
                    Host: %s\r
                    Content-Type: multipart/form-data; boundary=bb\r
                    Content-Length: 40000000\r
                    \r
                    --bb\r
                    Content-Disposition: form-data; name="report"\r
                    Content-Type: application/json\r
                    \r
                    {"description":"%s"}\r
                    --bb\r
                    Content-Disposition: form-data; name="attachment"; filename="%s"\r
                    \r
                    """
                            .formatted(system.origin().getAuthority(), text.word(), name.word()));
            for (int i = 0; i < 20; i++) {
                upload.say(chunk);
            }
            assertThat(places.scanOpenFiles(scanner)).isEmpty();
        }
        assertThat(places.scan(scanner)).isEmpty();
        assertThat(system.reporter().report("{\"description\":\"after\"}").status()).isEqualTo(201);
    }

    private String plantByApi() throws IOException {
        SecretReport report = new SecretReport("api");
        ObjectNode json = report.json();
        byte[] content = report.both("file content").repeat(2_000).getBytes(StandardCharsets.UTF_8);
        String session = report.latin("cookie");
        Reply reply =
                system.reporter()
                        .report(
                                json.toString(),
                                List.of(
                                        new Attachment(report.both("file name") + ".pcap", content),
                                        new Attachment(report.latin("file name") + ".c", content)),
                                "User-Agent",
                                "finder/" + report.latin("user agent"),
                                "Cookie",
                                "a=" + session,
                                "Referer",
                                "https://example.com/" + report.latin("referer"),
                                "X-Forwarded-For",
                                "127.77.133.199",
                                "Idempotency-Key",
                                report.latin("idempotency key"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return keep(report, reply.field("trackingCode"), reply.field("accessKey"));
    }

    private String plantByForm() throws Exception {
        SecretReport report = new SecretReport("form");
        FormPost form = new FormPost(system);
        form.fill(report);
        FormPost.Received received = form.send(FINDERS_ADDRESS.word());
        return keep(report, received.trackingCode(), received.accessKey());
    }

    /** The access key must not be found anywhere either, not even in the own mail. */
    private String keep(SecretReport report, String code, String key) throws IOException {
        assertThat(system.reporter().status(code, key).status()).isEqualTo(200);
        assertThat(
                        system.reporter()
                                .get("/status?code=" + code + "&q=" + report.latin("query"))
                                .status())
                .isLessThan(500);
        sealed.addAll(report.sealed());
        sealed.add(new PlantedSecret("access key", key));
        products.addAll(report.products());
        return report.email;
    }

    private void awaitMails(List<String> addresses) {
        Waiting.until(
                "both finders have their acknowledgement",
                Duration.ofSeconds(60),
                () ->
                        addresses.stream()
                                .allMatch(
                                        address ->
                                                system.mailFolder().mails().stream()
                                                        .anyMatch(m -> m.to().contains(address))));
    }

    private static boolean isAddress(PlantedSecret secret) {
        return secret.field().endsWith(":reporter.email");
    }

    /** The mail itself, and the file in which the mailbox keeps it. */
    private boolean isOwnMail(String place, List<String> addresses) {
        Stream<String> ids =
                system.mailFolder().mails().stream()
                        .filter(mail -> addresses.containsAll(mail.to()))
                        .map(mail -> mail.id());
        Optional<String> own = ids.filter(place::contains).findFirst();
        return own.isPresent() && (place.startsWith("own mail") || place.contains("mails/"));
    }
}
