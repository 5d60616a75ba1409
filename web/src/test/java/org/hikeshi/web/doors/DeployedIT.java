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
import java.util.Map;
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
                        "https://id.example.com",
                        "hikeshi.oidc.secret-file",
                        Files.writeString(folder.resolve("secret"), "of the client").toString(),
                        "hikeshi.session-key",
                        key.toString(),
                        // Nobody is there to be asked.
                        "quarkus.oidc.tenant-enabled",
                        "false");
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
                .contains("form-action 'self' https://id.example.com;");
    }

    @Test
    void localPeopleAreUnknown() {
        String request =
                "GET /api/v1/operations/web HTTP/1.1\r\nHost: security.example.com\r\nConnection: close\r\n"
                        + "Authorization: Basic aXQtb3BlcmF0aW9uczpjb3JyZWN0LWhvcnNl\r\n\r\n";

        assertThat(wire.send(request).status()).isEqualTo(401);
    }
}
