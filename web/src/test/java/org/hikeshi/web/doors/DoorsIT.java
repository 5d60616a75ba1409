package org.hikeshi.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.hikeshi.web.doors.Wire.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DoorsIT {

    private Wire wire;
    private int port;

    @BeforeEach
    void connect() {
        port = RestAssured.port;
        wire = new Wire(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report;x=y",
                "/report/;/",
                "/api/v1/operations/web;a",
                "/report%3Bx",
                "/report%3bx",
                "/api%2Fv1%2Foperations%2Fweb",
                "/api%2fv1/operations/web",
                "/report%5C..%5C",
                "/report\\..\\desk",
                "//report",
                "/report//",
                "/./report",
                "/x/../report",
                "/x/%2e%2e/report",
                "/x/.%2E/report",
                "/report/.",
                "/report/..",
                "/report/%2e",
                "/report%00",
                "/report%0d%0aX:1",
                "/report%20",
                "/%20report",
                "/report%09",
                "/report%",
                "/report%2",
                "/report%zz",
                "/report%252F",
                "/report%c0%af",
                "/report%ff",
                "/report#x",
                "/report|",
                "/<script>",
                "http://localhost/report",
                "http://other.example/report"
            })
    void anAddressTwoProgramsCouldReadDifferentlyIsRefusedBeforeAnyMatching(String target) {
        Answer answer = wire.get(target);

        assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<h1>見本").doesNotContain("<h1>Sample");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "*", "../report", "?x"})
    void whatDoesNotBeginWithASlashReachesNoPage(String target) {
        assertThat(wire.get(target).status()).isIn(400, 404);
        assertThat(wire.get(target).body()).doesNotContain("<form").doesNotContain("vertx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report",
                "/report?q=%2F..%3B//;",
                "/report/",
                "/report?",
                "/r%65port",
            })
    void ordinaryAddressesPass(String target) {
        assertThat(wire.get(target).status()).isEqualTo(200);
    }

    @Test
    void aRefusedAddressUnderTheApiIsAProblemDocument() {
        Answer answer = wire.get("/api/v1/../v1/operations/web");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"address\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost",
                "localhost:1",
                "127.0.0.1",
                "localhost.",
                "localhost@evil.example",
                ""
            })
    void onlyTheConfiguredHostIsAnswered(String host) {
        assertThat(wire.get("/report", host).status()).isIn(421, 400);
        assertThat(wire.get("/report", host).body()).doesNotContain("<form");
    }

    @Test
    void theHostIsNamedExactlyOnce() {
        String own = "Host: localhost:" + port + "\r\n";
        assertThat(wire.send("GET /report HTTP/1.1\r\nConnection: close\r\n\r\n").status())
                .isEqualTo(400);
        assertThat(
                        wire.send(
                                        "GET /report HTTP/1.1\r\n"
                                                + own
                                                + "Host: evil.example\r\nConnection: close\r\n\r\n")
                                .status())
                .isEqualTo(400);
        assertThat(
                        wire.send(
                                        "GET /report HTTP/1.1\r\n"
                                                + own
                                                + "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n")
                                .body())
                .doesNotContain("evil.example");
    }

    @Test
    void internalPathsAnswerToInternalNamesOnly() {
        assertThat(wire.get("/internal/secret", "127.0.0.1:" + port).status()).isEqualTo(200);
        assertThat(wire.get("/internal/secret", "security.example.com").status()).isEqualTo(404);
        assertThat(wire.get("/q/health", "evil.example").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site\r\n",
                "Sec-Fetch-Site: same-site\r\n",
                "Origin: https://evil.example\r\n",
                "Origin: null\r\n",
                "Origin: http://localhost:1\r\n",
                "Origin: https://localhost:%d\r\n",
                "Origin: https://evil.example\r\nSec-Fetch-Site: same-origin\r\n",
                "Origin: http://localhost:%d.evil.example\r\n",
                "Origin: http://localhost:%d\r\nSec-Fetch-Site: cross-site\r\n"
            })
    void aForeignPageChangesNothing(String headers) {
        assertThat(wire.post("/report", headers.formatted(port)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Origin: http://localhost:%d\r\n",
                "Origin: http://localhost:%d\r\nSec-Fetch-Site: same-origin\r\n",
                "Origin: null\r\nSec-Fetch-Site: same-origin\r\n"
            })
    void ourOwnPagesAndPlainProgramsPass(String headers) {
        assertThat(wire.post("/report", headers.formatted(port)).status()).isEqualTo(200);
    }

    @Test
    void tooManyOrTooLargeHeadersEndCleanly() {
        String own = "GET /report HTTP/1.1\r\nHost: localhost:" + port + "\r\n";
        String end = "Connection: close\r\n\r\n";
        Answer many = wire.send(own + "A: b\r\n".repeat(200) + end);
        Answer large = wire.send(own + "A: " + "b".repeat(40_000) + "\r\n" + end);
        Answer flood = wire.send(own + "A: b\r\n".repeat(100_000) + end);
        Answer line = wire.get("/" + "a".repeat(10_000));

        assertThat(many.status()).isEqualTo(431);
        assertThat(large.status()).isEqualTo(431);
        assertThat(flood.status()).isEqualTo(431);
        assertThat(line.status()).isEqualTo(414);
        assertThat(many.body() + large.body() + line.body()).doesNotContain("io.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void methodsNobodyOffersAreRefused(String method) {
        Answer answer =
                wire.send(
                        method
                                + " /report HTTP/1.1\r\nHost: localhost:"
                                + port
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isIn(400, 405);
        assertThat(answer.body()).doesNotContain("<form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report",
                "/nothing",
                "/api/v1/nothing",
                "/x/../y",
                "/broken",
                "/api/v1/things"
            })
    void everyAnswerLeavesWithTheSameHeadersAndNamesNoSoftware(String target) {
        Answer answer = wire.get(target);

        assertThat(answer.head())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        for (String header :
                new String[] {
                    "X-Content-Type-Options",
                    "Referrer-Policy",
                    "Cross-Origin-Opener-Policy",
                    "Cross-Origin-Embedder-Policy",
                    "X-Permitted-Cross-Domain-Policies",
                    "Cross-Origin-Resource-Policy",
                    "Cache-Control",
                    "X-Robots-Tag"
                }) {
            assertThat(answer.has(header)).as(header + " in " + answer.head()).isTrue();
        }
        assertThat(answer.has("Server")).isFalse();
        assertThat(answer.has("X-Powered-By")).isFalse();
        assertThat(answer.has("Strict-Transport-Security")).isFalse();
    }

    @Test
    void answersOfTheApiAreNeverStored() {
        assertThat(wire.get("/api/v1/operations/web").head()).contains("no-store");
        assertThat(wire.get("/desk").head()).contains("no-store");
        assertThat(wire.get("/report").head()).contains("no-cache");
    }
}
