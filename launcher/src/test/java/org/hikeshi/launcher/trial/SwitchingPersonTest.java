package org.hikeshi.launcher.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.trust.signin.Brake.Outcome.BRAKED;
import static org.hikeshi.trust.signin.Brake.Outcome.WRONG;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hikeshi.launcher.origin.AccessLog;
import org.hikeshi.launcher.origin.Look;
import org.hikeshi.launcher.origin.Origin;
import org.hikeshi.launcher.origin.Routes;
import org.hikeshi.launcher.origin.Tongue;
import org.hikeshi.parts.MailFolder;
import org.hikeshi.parts.Ports;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.SessionSeal.Session;
import org.hikeshi.trust.signin.Brake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Becoming another person, through the origin. */
class SwitchingPersonTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private Path dir;

    private final SessionSeal seal = SessionSeal.ofThisProcess();
    private SwitchingPerson people;
    private TrialDoor door;
    private Origin origin;
    private String address;

    @BeforeEach
    void open() throws Exception {
        Path file = dir.resolve("people.properties");
        Files.writeString(file, "ciso.password=secret\ndeveloper-2.password=other\n");
        int port = Ports.free();
        address = "http://localhost:" + port;
        door =
                new TrialDoor(
                        dir.resolve("trial.secret"),
                        file,
                        address,
                        Clock.fixed(NOW, ZoneOffset.UTC));
        var look = new Look();
        people =
                new SwitchingPerson(
                        door.people(), seal, address, Clock.fixed(NOW, ZoneOffset.UTC), look);
        var mailbox =
                new MailboxPages(
                        new MailFolder(dir.resolve("mails")), look, ZoneId.of("UTC"), address);
        origin =
                new Origin(
                        Routes.read(Path.of("..", "routes.yaml")),
                        List.of("localhost:" + port),
                        Map.of(),
                        look,
                        new TrialPages(door, mailbox, people, look),
                        new AccessLog(dir.resolve("origin.log"), Clock.systemUTC()));
        origin.listen(new InetSocketAddress("127.0.0.1", port));
    }

    @AfterEach
    void close() throws Exception {
        origin.close();
    }

    private HttpResponse<String> become(String person, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/trial/as/" + person))
                        .POST(BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private String cookie() {
        return door.newCookie().replaceFirst(";.*", "");
    }

    @Test
    void whoIsInTheTrialBecomesThePerson() throws Exception {
        var answer = become("developer-2", "Cookie", cookie(), "Origin", address);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/desk");
        String given = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(given).contains("; HttpOnly; SameSite=Lax").doesNotContain("Secure");
        assertThat(seal.open(given.replaceFirst("^hikeshi-session=([^;]+);.*", "$1")))
                .contains(new Session("developer-2", NOW, NOW));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        assertThat(become("ciso").statusCode()).isEqualTo(401);
        var foreign = become("ciso", "Cookie", cookie(), "Origin", "https://elsewhere.example");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(become("ciso", "Cookie", cookie(), "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(404);
        assertThat(become("root", "Cookie", cookie()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> trial(String name, String password) throws Exception {
        String both =
                Base64.getEncoder()
                        .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/trial"))
                        .header("Authorization", "Basic " + both)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void guessingIsBrakedAndTellsNoNames() throws Exception {
        for (String name : List.of("ciso", "nobody")) {
            for (int guess = 0; guess < Brake.AT_ONCE; guess++) {
                assertThat(trial(name, "guess" + guess).statusCode()).as(name).isEqualTo(401);
            }
            HttpResponse<String> braked = trial(name, "secret");
            assertThat(braked.statusCode()).as(name).isEqualTo(429);
            assertThat(braked.headers().firstValue("Retry-After")).contains("60");
            assertThat(braked.headers().firstValue("WWW-Authenticate")).isEmpty();
        }
        assertThat(trial("developer-2", "other").statusCode()).isEqualTo(200);
        assertThat(become("ciso", "Cookie", cookie(), "Origin", address).statusCode())
                .as("the link's cookie comes in all the same")
                .isEqualTo(303);
    }

    @Test
    void whereThePersonSignedInBeforeGuessesFromElsewhereDoNotBrake() throws Exception {
        assertThat(trial("ciso", "secret").statusCode()).isEqualTo(200);
        for (int guess = 0; guess < Brake.AT_ONCE; guess++) {
            assertThat(door.judge("ciso", "guess" + guess, "203.0.113.9")).isEqualTo(WRONG);
        }
        assertThat(door.judge("ciso", "secret", "203.0.113.9")).isEqualTo(BRAKED);
        assertThat(trial("ciso", "secret").statusCode()).isEqualTo(200);
    }

    @Test
    void thePageShowsAButtonPerPersonAndNoPassword() {
        assertThat(people.buttons(Tongue.JA))
                .contains("/trial/as/ciso", "開発 <code>developer-2</code>")
                .doesNotContain("secret");
    }
}
