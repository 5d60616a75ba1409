package org.hikeshi.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hikeshi.parts.Ports;

/**
 * Keycloak as its makers distribute it, with the realm file that operators get; to that the test
 * adds two people, shorter tokens and a client that asks for tokens without a browser.
 */
final class KeycloakServer implements AutoCloseable {
    static final String PERSON = "7d0c9b3e-5a53-4e59-8f0c-2f4f4d1d7a10";
    static final String NAME = "hanako";
    static final String OTHER = "taro";
    static final String PASSWORD = "long-enough-for-a-test";
    static final int TOKEN_SECONDS = 6;

    private static final String REALM = "/realms/hikeshi";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final int port = Ports.free();
    private final Path log;
    private final Process process;
    private final String secret;

    private KeycloakServer(Path folder, URI origin, String secret, Certificate certificate)
            throws Exception {
        this.secret = secret;
        this.http = HttpClient.newBuilder().sslContext(certificate.context()).build();
        this.log = folder.resolve("keycloak.log");
        Path home = unpacked();
        Path imported = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imported.resolve("hikeshi-realm.json"), realm());
        ProcessBuilder builder =
                new ProcessBuilder(
                                "bash",
                                home.resolve("bin/kc.sh").toString(),
                                "start-dev",
                                "--import-realm",
                                "--db=dev-mem",
                                "--http-enabled=false",
                                "--http-host=127.0.0.1",
                                "--https-port=" + port,
                                "--https-certificate-file=" + certificate.pem(),
                                "--https-certificate-key-file=" + certificate.key())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "JAVA_OPTS",
                                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx400m",
                                "HIKESHI_OIDC_SECRET",
                                secret,
                                "HIKESHI_ORIGIN",
                                origin.toString(),
                                "KC_BOOTSTRAP_ADMIN_USERNAME",
                                "admin",
                                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                                PASSWORD));
        process = builder.start();
    }

    /** Begins to start; {@link #awaitReady()} says when it answers. */
    static KeycloakServer begin(Path folder, URI origin, String secret, Certificate certificate)
            throws Exception {
        KeycloakServer server = new KeycloakServer(folder, origin, secret, certificate);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target/keycloak"))) {
            return folders.filter(one -> Files.exists(one.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Keycloak is not unpacked"))
                    .toAbsolutePath();
        }
    }

    private static String realm() throws IOException {
        ObjectNode realm =
                (ObjectNode)
                        JSON.readTree(
                                Path.of("../containers/keycloak/hikeshi-realm.json").toFile());
        realm.put("accessTokenLifespan", TOKEN_SECONDS);
        ((ObjectNode) realm.at("/clients/0")).put("directAccessGrantsEnabled", true);
        realm.withArray("/clients")
                .add(
                        JSON.readTree(
                                """
                                {"clientId":"another","enabled":true,"publicClient":true,
                                 "directAccessGrantsEnabled":true}
                                """));
        realm.set(
                "users",
                JSON.readTree(
                        """
                        [{"id":"%1$s","username":"%2$s","enabled":true,"email":"hanako@example.com",
                          "emailVerified":true,"firstName":"Hanako","lastName":"Example",
                          "realmRoles":["security-office","communications"],
                          "credentials":[{"type":"password","value":"%3$s"}]},
                         {"username":"%4$s","enabled":true,"email":"taro@example.com",
                          "emailVerified":true,"firstName":"Taro","lastName":"Example",
                          "realmRoles":["security-office"],
                          "credentials":[{"type":"password","value":"%3$s"}]}]
                        """
                                .formatted(PERSON, NAME, PASSWORD, OTHER)));
        return JSON.writeValueAsString(realm);
    }

    String issuer() {
        return "https://localhost:" + port + REALM;
    }

    void awaitReady() {
        Waiting.until(
                "Keycloak answers; see " + log,
                Duration.ofMinutes(3),
                () -> {
                    if (!process.isAlive()) {
                        return true;
                    }
                    HttpRequest asked =
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    issuer() + "/.well-known/openid-configuration"))
                                    .build();
                    return http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200;
                });
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended; see " + log);
        }
    }

    /** An access token for the client of the desk. */
    String token() throws Exception {
        return token(
                REALM, Map.of("client_id", "hikeshi", "client_secret", secret, "username", NAME));
    }

    /** Whether it gives the other person a token for this password now. */
    boolean signsIn(String password) throws Exception {
        return asked(
                                REALM,
                                Map.of(
                                        "client_id", "hikeshi",
                                        "client_secret", secret,
                                        "username", OTHER,
                                        "password", password))
                        .statusCode()
                == 200;
    }

    /** An access token of the same person for another client of the same realm. */
    String tokenForAnother() throws Exception {
        return token(REALM, Map.of("client_id", "another", "username", NAME));
    }

    /** Ends all sessions of the person, as an administrator does. */
    void endSessions() throws Exception {
        String admin =
                token("/realms/master", Map.of("client_id", "admin-cli", "username", "admin"));
        HttpRequest end =
                HttpRequest.newBuilder(
                                URI.create(
                                        "https://localhost:%d/admin%s/users/%s/logout"
                                                .formatted(port, REALM, PERSON)))
                        .header("Authorization", "Bearer " + admin)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        int status = http.send(end, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 204) {
            throw new AssertionError("ending sessions: " + status);
        }
    }

    private String token(String realm, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("password", PASSWORD);
        HttpResponse<String> answer = asked(realm, all);
        JsonNode token = JSON.readTree(answer.body()).path("access_token");
        if (token.isMissingNode()) {
            throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
        }
        return token.asText();
    }

    private HttpResponse<String> asked(String realm, Map<String, String> fields) throws Exception {
        String form =
                fields.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest asked =
                HttpRequest.newBuilder(
                                URI.create(
                                        "https://localhost:%d%s/protocol/openid-connect/token"
                                                .formatted(port, realm)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&grant_type=password"))
                        .build();
        return http.send(asked, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        http.close();
    }
}
