package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hikeshi.system.ReporterClient.Attachment;
import org.hikeshi.system.ReporterClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Says to the origin what no browser says. Each time: a clean error or a closed connection, in
 * bounded time; afterwards no process has died and a report is taken as before. Counts are bounded
 * and everything stays on 127.0.0.1.
 */
@Timeout(120)
class HostileInputE2ET {
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int MIB = 1 << 20;

    private final RunningSystem system = RunningSystem.get();
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void remembersWhoRuns() {
        before = system.pids();
    }

    @AfterEach
    void nobodyDiedAndReportsAreTaken() throws IOException {
        assertThat(system.pids()).isEqualTo(before);
        Reply good = system.reporter().report("{\"description\":\"after hostile input\"}");
        assertThat(good.status()).as(good.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/internal/reports",
                "/report;a=b",
                "/;/report",
                "/report%3Bx",
                "/report%3bx",
                "/report%2F..%2Fq/health",
                "/api%2Fv1%2Freports",
                "/report/%5C../q/health",
                "/report\\..\\q\\health",
                "//q/health",
                "//example.com/report",
                "/report//q/health",
                "/./q/health",
                "/../q/health",
                "/report/../q/health",
                "/report/%2e%2e/q/health",
                "/report/%2E%2E%2Fq/health",
                "/report/.%2e/q/metrics",
                "/api/v1/reports/../../../q/health",
                "/report%00",
                "/report%0d%0aSet-Cookie:%20a=b",
                "/report/%ff%fe",
                "/report%",
                "/report%zz",
                "/assets/intake/../../q/health",
                "/assets/../../../../etc/passwd",
                "/.well-known/../q/health",
                "/api/v1/operations/intake/../../../../q/health",
                "report",
                "http://127.0.0.1:1/q/health",
                "http:///report",
                "*"
            })
    void confusedPathsLeadNowhere(String target) throws IOException {
        RawHttp.Answer answer =
                talk("GET " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n" + CLOSE);
        CleanError.is(answer, target, 400, 404, 421);
        assertThat(answer.body()).doesNotContain("\"UP\"").doesNotContain("jvm_");
    }

    @Test
    void confusedPathsDoNotReachOverlongTargets() throws IOException {
        String target = "/report?" + "a".repeat(MIB);
        CleanError.is(
                talk("GET " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n" + CLOSE),
                "a target of 1 MiB",
                400,
                414,
                431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.com",
                "localhost.evil.example.com",
                "localhost:1",
                "127.0.0.1@evil.example.com",
                ""
            })
    void anUnknownHostIsMisdirected(String host) throws IOException {
        for (String target : List.of("/report", "/api/v1/reports/R-AAAA-AAAA-A", "/", "/mailbox")) {
            RawHttp.Answer answer =
                    talk("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + CLOSE);
            CleanError.is(answer, target + " at " + host, host.isEmpty() ? 400 : 421, 421);
            assertThat(answer.body() + answer.head()).doesNotContain("evil.example.com");
        }
    }

    @Test
    void forwardedHeadersDoNotMoveLinks() throws IOException {
        RawHttp.Answer answer =
                talk(
                        "GET /report HTTP/1.1\r\nHost: "
                                + host()
                                + "\r\n"
                                + "X-Forwarded-Host: evil.example.com\r\n"
                                + "X-Forwarded-Proto: https\r\n"
                                + "Forwarded: host=evil.example.com\r\n"
                                + CLOSE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body() + answer.head()).doesNotContain("evil.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example.com",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aForeignPageCannotSendReports(String header) throws IOException {
        String body = "description=from+a+foreign+page";
        for (String path : List.of("/report", "/status")) {
            RawHttp.Answer answer =
                    talk(
                            "POST %s HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n%s%s"
                                    .formatted(path, host(), header, body.length(), CLOSE, body));
            CleanError.is(answer, path + " with " + header, 403);
        }
    }

    @Test
    void aHundredThousandHeadersAreTooMany() throws IOException {
        StringBuilder flood = new StringBuilder("GET /report HTTP/1.1\r\nHost: " + host() + "\r\n");
        for (int i = 0; i < 100_000; i++) {
            flood.append("X-H").append(i).append(": v\r\n");
        }
        RawHttp.Answer answer = talk(flood.append(CLOSE).toString());
        cleanOrClosed(answer, "10⁵ headers", 400, 431);
    }

    @Test
    void oneHeaderOfAMegabyteIsTooLarge() throws IOException {
        RawHttp.Answer answer =
                talk(
                        "GET /report HTTP/1.1\r\nHost: %s\r\nX-Big: %s\r\n%s"
                                .formatted(host(), "x".repeat(MIB), CLOSE));
        cleanOrClosed(answer, "a header of 1 MiB", 400, 431);
    }

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
            strings = {"TRACE", "CONNECT", "DELETE", "PUT", "PATCH", "PROPFIND", "G\tET", "get"})
    void otherMethodsAreRefused(String method) throws IOException {
        for (String target : List.of("/report", "/api/v1/reports", "/")) {
            RawHttp.Answer answer =
                    talk(method + " " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n" + CLOSE);
            CleanError.is(answer, method + " " + target, 400, 403, 404, 405, 501);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /report",
                "GET /report HTTP/9.9",
                "\u0000\u0001\u0002",
                "\u0016\u0003\u0001"
            })
    void whatIsNotHttpIsDroppedOrRefused(String start) throws IOException {
        try (RawHttp http = new RawHttp(system.httpPort())) {
            http.say(start + "\r\n\r\n");
            cleanOrClosed(http.hush().hear(SILENCE), "not HTTP", 400, 404, 421, 501, 505);
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

    private static final String CLOSE = "Connection: close\r\n\r\n";

    private String host() {
        return system.origin().getAuthority();
    }

    private RawHttp.Answer talk(String said) throws IOException {
        try (RawHttp http = new RawHttp(system.httpPort())) {
            try {
                http.say(said.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closedWhileTalking) {
                // Whoever is flooded may hang up; what was said before that still counts.
            }
            return http.hear(SILENCE);
        }
    }

    private static void cleanOrClosed(RawHttp.Answer answer, String about, Integer... statuses) {
        if (answer.status() == 0) {
            assertThat(answer.closed()).as(about + ": neither answered nor closed").isTrue();
        } else {
            CleanError.is(answer, about, statuses);
        }
    }
}
