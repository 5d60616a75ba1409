package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hikeshi.system.ReporterClient.Attachment;
import org.hikeshi.system.ReporterClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that no browser sends: cut, lying, broken, too large, too slow, and reports that are none.
 */
@Timeout(120)
class HostileInputE2ET extends Hostility {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // the body ends before its length
                "Content-Length: 1000\r\n\r\n{\"description\":\"cut",
                // chunks end without the last one
                "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"des",
                // a chunk that lies about its size
                "Transfer-Encoding: chunked\r\n\r\n3\r\n{\"description\":\"x\"}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}",
                "Content-Length: 5\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n"
                        + "GET /q/health HTTP/1.1\r\n\r\n",
                "Content-Length: abc\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"
            })
    void cutAndLyingBodiesStoreNothing(String rest) throws Exception {
        long stored = system.count("intake", "report");
        RawHttp.Answer answer;
        try (RawHttp http = new RawHttp(system.httpPort())) {
            http.say(
                    "POST /api/v1/reports HTTP/1.1\r\nHost: "
                            + host()
                            + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
                            + rest);
            answer = http.hush().hear(SILENCE);
        }
        cleanOrClosed(answer, rest, 400, 411, 413, 415, 501);
        assertThat(answer.body()).doesNotContain("\"UP\"");
        assertThat(system.count("intake", "report")).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\n"
                        + "Content-Disposition: form-data; name=\"report\"\r\n\r\n"
                        + "{\"description\":\"x\"}\r\n"
                        + "--b\r\n"
                        + "Content-Disposition: form-data; name=\"attachment\"; filename=\"a\"\r\n\r\n"
                        + "never ends",
                "--b\r\nno header at all\r\n",
                "--other\r\n"
                        + "Content-Disposition: form-data; name=\"report\"\r\n\r\n"
                        + "{}\r\n"
                        + "--other--\r\n",
                "--b\r\n"
                        + "Content-Disposition: form-data; name=\"report\"\r\n\r\n"
                        + "{\"description\":\"x\"}\r\n"
                        + "--b\r\n"
                        + "Content-Disposition: form-data; name=\"report\"\r\n\r\n"
                        + "{\"description\":\"y\"}\r\n"
                        + "--b--\r\n",
                "--b--\r\n",
                ""
            })
    void brokenMultipartStoresNothing(String body) throws Exception {
        long stored = system.count("intake", "report");
        RawHttp.Answer answer =
                talk(
                        "POST /api/v1/reports HTTP/1.1\r\nHost: %s\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n%s%s"
                                .formatted(host(), body.length(), CLOSE, body));
        CleanError.is(answer, body, 400, 422);
        assertThat(system.count("intake", "report")).isEqualTo(stored);
    }

    @Test
    void anOversizeReportNamesLimitAndPart() throws IOException {
        Reply reply = system.reporter().report("{\"description\":\"" + "x".repeat(MIB) + "\"}");
        assertThat(reply.status()).isEqualTo(413);
        CleanError.tellsNothing(reply.text(), "1 MiB and a bit");
        assertThat(reply.http().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(reply.text()).contains("1 MiB");
    }

    @Test
    void oversizeAndTooManyFilesNameLimitAndPart() throws IOException {
        Attachment big = new Attachment("big.bin", new byte[50 * MIB + 1]);
        Reply tooBig = system.reporter().report("{\"description\":\"big\"}", List.of(big));
        assertThat(tooBig.status()).as(tooBig.text()).isEqualTo(413);
        assertThat(tooBig.text()).contains("50 MiB").doesNotContain("big.bin");
        List<Attachment> many =
                IntStream.range(0, 21)
                        .mapToObj(i -> new Attachment("f" + i, new byte[] {1}))
                        .toList();
        Reply tooMany = system.reporter().report("{\"description\":\"many\"}", many);
        assertThat(tooMany.status()).as(tooMany.text()).isEqualTo(413);
        assertThat(tooMany.text()).contains("20");
    }

    /** Forty uploads that hardly move: a finder beside them is served as if they were not there. */
    @Test
    void slowUploadsHinderNobody() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                slow.add(
                        new RawHttp(system.httpPort())
                                .say(
                                        "POST /api/v1/reports HTTP/1.1\r\nHost: "
                                                + host()
                                                + "\r\n"
                                                + "Content-Type: application/json\r\n"
                                                + "Content-Length: 100000\r\n\r\n"
                                                + "{"));
            }
            Instant start = Instant.now();
            for (int round = 0; round < 10; round++) {
                for (RawHttp one : slow) {
                    one.say(" ");
                }
                Reply reply = system.reporter().report("{\"description\":\"beside slow ones\"}");
                assertThat(reply.status()).isEqualTo(201);
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        } finally {
            for (RawHttp one : slow) {
                one.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\":",
                "[]",
                "\"text\"",
                "null",
                "{\"description\":\"x\",\"description\":\"y\"}",
                "{\"description\":\"x\"} trailing",
                "{\"description\":\"x\",\"nobodyKnowsThis\":1}",
                "{\"description\":{\"a\":1}}",
                "{\"description\":\"x\",\"reporter\":{\"email\":\"a@example.com\\r"
                        + "\\n"
                        + "Bcc: b@example.com\"}}",
                "{\"description\":\"x\",\"reporter\":{\"email\":\"a@example.com, b@example.com\"}}",
                "{\"description\":\"x\",\"reporter\":{\"anonymous\":true,\"name\":\"N\"}}",
                "{\"description\":\"x\",\"reporter\":{\"pgpPublicKey\":\"-----BEGIN PGP PUBLIC KEY"
                        + " BLOCK-----\"}}",
                "{\"description\":\"   \"}",
                "{}"
            })
    void badReportsGetAProblemDocument(String json) throws Exception {
        long stored = system.count("intake", "report");
        Reply reply = system.reporter().report(json, "Accept-Language", "ja");
        assertThat(reply.status()).as(json + " → " + reply.text()).isIn(400, 422);
        assertThat(reply.http().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(reply.field("title")).isNotBlank();
        if (!reply.field("code").equals("malformed-json")) {
            assertThat(reply.json().path("errors")).as(reply.text()).isNotEmpty();
            for (JsonNode error : reply.json().path("errors")) {
                assertThat(error.path("message").asText()).as(reply.text()).isNotBlank();
            }
        }
        CleanError.tellsNothing(reply.text(), json);
        assertThat(system.count("intake", "report")).isEqualTo(stored);
    }
}
