package org.hikeshi.web.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider that signs everybody in at once, as one person, and judges what a provider
 * must: client secret, code verifier, whether its own session still lives.
 */
final class ScriptedProvider implements AutoCloseable {

    static final String CLIENT = "hikeshi";
    static final String SECRET = "a-secret-for-tests-of-forty-two-characters";
    static final String PERSON = "0b6f7c0e-2d5e-4a3f-9a55-2a6f6f7d1c11";

    /** What /authorize was told, by the code it gave. */
    private record Begun(String nonce, String challenge, String redirect) {}

    private static final Begun NONE = new Begun("", "-", "-");

    private final RsaJsonWebKey key;
    private final HttpServer server;
    private final Map<String, Begun> codes = new ConcurrentHashMap<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile boolean alive = true;
    private volatile int lifeSeconds = 300;
    private volatile String person = PERSON;
    private volatile Function<Instant, @Nullable Instant> proven = now -> now;
    private volatile List<String> roles = List.of("it-operations", "offline_access");

    ScriptedProvider() throws IOException, JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("first");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Tokens from now on live so long. */
    void tokensLive(int seconds) {
        lifeSeconds = seconds;
    }

    void everybodyHas(String... names) {
        roles = List.of(names);
    }

    /** Who signs in from now on. */
    void everybodyIs(String subject) {
        person = subject;
    }

    /** What ID tokens say of when the person proved who it is; null leaves it out. */
    void saysProven(Function<Instant, @Nullable Instant> when) {
        proven = when;
    }

    /** Ends or begins the session that the provider keeps of the person. */
    void sessionAlive(boolean lives) {
        alive = lives;
    }

    /** Where it ends its own session: another host than the one that signs in. */
    String exit() {
        return address().replace("127.0.0.1", "localhost");
    }

    int refreshed() {
        return refreshed.get();
    }

    RsaJsonWebKey key() {
        return key;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> asked = fields(exchange);
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
                case "/jwks" ->
                        json(
                                exchange,
                                200,
                                "{\"keys\":["
                                        + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                                        + "]}");
                case "/authorize" -> authorize(exchange, asked);
                case "/token" -> token(exchange, asked);
                default -> json(exchange, 404, "{}");
            }
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }

    private String discovery() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/jwks","end_session_endpoint":"%2$s/logout",
         "response_types_supported":["code"],"subject_types_supported":["public"]}
        """
                .formatted(address(), exit());
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Begun(
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", ""),
                        asked.getOrDefault("redirect_uri", "")));
        alive = true;
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.getOrDefault("redirect_uri", "")
                                + "?code="
                                + code
                                + "&state="
                                + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean ours =
                ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Begun begun = codes.getOrDefault(asked.getOrDefault("code", ""), NONE);
        codes.values().remove(begun);
        boolean refresh = "refresh_token".equals(asked.get("grant_type"));
        boolean granted =
                ours
                        && (refresh
                                ? alive
                                : begun.redirect().equals(asked.getOrDefault("redirect_uri", ""))
                                        && begun.challenge()
                                                .equals(
                                                        hashed(
                                                                asked.getOrDefault(
                                                                        "code_verifier", ""))));
        if (!granted) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        if (refresh) {
            refreshed.incrementAndGet();
        }
        JwtClaims id = unmarked();
        id.setClaim("typ", "ID");
        id.setClaim("preferred_username", "hanako");
        Instant since = proven.apply(Instant.now());
        if (since != null) {
            id.setClaim("auth_time", since.getEpochSecond());
        }
        if (!refresh) {
            id.setClaim("nonce", begun.nonce());
        }
        json(
                exchange,
                200,
                "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"refresh_token\":\"again\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                        .formatted(signed(claims()), signed(id), lifeSeconds));
    }

    /** What a good access token says. */
    JwtClaims claims() {
        JwtClaims claims = unmarked();
        claims.setClaim("scope", "openid");
        return claims;
    }

    /** What every token says, of whichever kind. */
    JwtClaims unmarked() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(address());
        claims.setAudience(CLIENT);
        claims.setSubject(person);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(lifeSeconds / 60f);
        claims.setClaim("realm_access", Map.of("roles", roles));
        return claims;
    }

    String signed(JwtClaims claims) throws JoseException {
        return signed(claims, key);
    }

    static String signed(JwtClaims claims, RsaJsonWebKey by) throws JoseException {
        return signed(claims, by, "JWT");
    }

    static String signed(JwtClaims claims, RsaJsonWebKey by, String type) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", type);
        signature.setPayload(claims.toJson());
        signature.setKey(by.getPrivateKey());
        signature.setKeyIdHeaderValue(by.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    private static String hashed(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256")
                                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, String> fields(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> fields = new HashMap<>();
        for (String pair : (body + "&" + (query == null ? "" : query)).split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
