package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser makes: paths, hosts, headers, methods, and what is not HTTP at all. */
@Timeout(120)
class HostileRequestE2ET extends Hostility {
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
}
