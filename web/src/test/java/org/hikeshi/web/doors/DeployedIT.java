package org.hikeshi.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.hikeshi.trust.SessionSeal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The same doors as a deployed workspace has them: https outside, no invented data, no local
 * people.
 */
@QuarkusTest
@TestProfile(DeployedIT.Deployed.class)
class DeployedIT {

    private static final String HOST = "security.example.com";
    private static final String NOBODY_THERE = "https://localhost:9";

    /** Configuration of a deployment. */
    public static class Deployed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createTempDirectory("deployed");
                Path key = folder.resolve("session.key");
                SessionSeal.create(key);
                return Map.of(
                        "hikeshi.origin",
                        "https://" + HOST,
                        "hikeshi.workspace",
                        "deployed",
                        "hikeshi.people",
                        "",
                        "hikeshi.oidc.server",
                        NOBODY_THERE,
                        "hikeshi.oidc.secret-file",
                        Files.writeString(folder.resolve("secret"), "of the client").toString(),
                        "hikeshi.session-key",
                        key.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Wire wire;
    private int port;

    @BeforeEach
    void connect() {
        port = RestAssured.port;
        wire = new Wire(port);
    }

    @Test
    void httpsIsRememberedAndTheCookieStaysOnIt() {
        Wire.Answer answer = wire.get("/report?lang=en", HOST);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.has("Strict-Transport-Security")).isTrue();
        assertThat(answer.head()).contains("lang=en").contains("Secure");
    }

    @Test
    void nothingSaysTrial() {
        Wire.Answer answer = wire.get("/report", HOST);

        assertThat(answer.has("X-Robots-Tag")).isFalse();
        assertThat(answer.body()).doesNotContain("試用環境").doesNotContain("noindex");
    }

    @Test
    void onlyThePublicNameOpensPagesAndOnlyInternalNamesOpenTheHouse() {
        assertThat(wire.get("/report", "localhost:" + port).status()).isEqualTo(421);
        assertThat(wire.get("/internal/secret", HOST).status()).isEqualTo(404);
        assertThat(wire.get("/internal/secret", "127.0.0.1:" + port).status()).isEqualTo(200);
    }

    @Test
    void theProvidersHostIsTheOnlyOtherPlaceForForms() {
        assertThat(wire.get("/report", HOST).head())
                .contains("form-action 'self' " + NOBODY_THERE + ";");
    }

    @Test
    void aFormSentWhileTheProviderCannotBeAskedIsKept() {
        Wire.Answer late = wire.send(form("/desk/notes", "text=half+written"));

        assertThat(late.status()).isEqualTo(401);
        assertThat(late.body()).contains("What you typed is kept on this page");
        Wire.Answer opening = wire.send(form("/sign-in/kept", "kept=still-sealed"));
        assertThat(opening.status()).isEqualTo(401);
        assertThat(opening.body()).contains("still-sealed");
        assertThat(wire.get("/desk/operations", HOST).status()).isEqualTo(303);
    }

    private static String form(String path, String body) {
        Config config = ConfigProvider.getConfig();
        SessionSeal seal =
                SessionSeal.read(Path.of(config.getValue("hikeshi.session-key", String.class)));
        Instant since = Instant.now();
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: security.example.com\r\nConnection: close\r\nAccept-Language: en\r\n"
                + "Cookie: __Host-hikeshi-last="
                + seal.sealLast(new SessionSeal.Session("p-1", since, since))
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }

    /** By these names {@code FrameworkSettings} knows what the framework itself brings. */
    @Test
    void theFrameworksOwnSourcesHaveTheNamesByWhichTheyAreKnown() {
        assertThat(ConfigProvider.getConfig().getConfigSources())
                .extracting(ConfigSource::getName)
                .contains("DefaultValuesConfigSource", "BuildTime RunTime Fixed");
    }

    @Test
    void localPeopleAreUnknown() {
        String request =
                "GET /api/v1/operations/web HTTP/1.1\r\nHost: security.example.com\r\nConnection: close\r\n"
                        + "Authorization: Basic aXQtb3BlcmF0aW9uczpjb3JyZWN0LWhvcnNl\r\n\r\n";

        assertThat(wire.send(request).status()).isEqualTo(401);
    }
}
