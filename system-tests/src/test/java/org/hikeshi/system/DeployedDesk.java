package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hikeshi.parts.Secrets;
import org.hikeshi.system.pages.Chromium;

/** A deployed system with its provider, a browser, and one report that came in. */
record DeployedDesk(
        DeployedSystem system,
        KeycloakServer keycloak,
        ProviderDesk desk,
        HttpClient http,
        Path clientSecret)
        implements AutoCloseable {

    /** Skips the calling test where there is no Chromium; starts nothing then. */
    static DeployedDesk begin() throws Exception {
        RunningSystem.endShared();
        Path home = Launcher.inFolder("deployed").home();
        Certificate certificate = Certificate.forLocalhost(home);
        Chromium chromium = Chromium.trusting(certificate.pin());
        String secret = Secrets.random();
        Path file = Files.writeString(home.resolve("oidc.secret"), secret);
        DeployedSystem system = DeployedSystem.inFolder(home, certificate);
        KeycloakServer keycloak = KeycloakServer.begin(home, system.origin(), secret, certificate);
        DeployedDesk all =
                new DeployedDesk(
                        system,
                        keycloak,
                        new ProviderDesk(chromium, system.origin(), keycloak.issuer()),
                        HttpClient.newBuilder().sslContext(certificate.context()).build(),
                        file);
        try {
            // The services come up while the provider does not answer yet.
            system.up(keycloak.issuer(), file);
            keycloak.awaitReady();
            all.report(certificate);
            return all;
        } catch (Exception | AssertionError failed) {
            all.close();
            throw failed;
        }
    }

    private void report(Certificate certificate) throws Exception {
        var reporter =
                new ReporterClient(
                        system.origin(), HttpClient.newBuilder().sslContext(certificate.context()));
        var report =
                reporter.report(
                        """
                        {"title":"Something","description":"Something is wrong there",
                         "product":{"name":"Gateway","model":"EG-100"},
                         "reporter":{"name":"Somebody","email":"somebody@example.com","language":"en"}}\
                        """);
        assertThat(report.status()).as(report.text()).isEqualTo(201);
    }

    /** What a service says that is started once more with these variables, until it ends. */
    String refusal(String service, Map<String, String> more) throws Exception {
        return system.refusal(service, keycloak.issuer(), clientSecret, more);
    }

    int status(String path, String authorization) throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(desk.at(path)));
        if (!authorization.isEmpty()) {
            asked.header("Authorization", authorization);
        }
        return http.send(asked.build(), BodyHandlers.discarding()).statusCode();
    }

    HttpResponse<String> form(String path, String fields) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(desk.at(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        desk.chromium().close();
        system.close();
        keycloak.close();
        http.close();
    }
}
