package org.hikeshi.trust;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A compact JWS with the five claims of a service token (RFC 7515, 7519, 8037). Parsing judges
 * nothing but shape; a critical header ({@code crit}) is a shape we do not know.
 */
record Jwt(String alg, String kid, Claims claims, byte[] signedBytes, byte[] signature) {

    private static final String ALGORITHM = "EdDSA";
    private static final int MAX_TOKEN = 2048;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(4)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Caller, called, one-time id, issued and expiring in seconds since 1970. */
    record Claims(String sub, String aud, String jti, long iat, long exp) {

        boolean livesAt(Instant now, Duration life, Duration skew) {
            long second = now.getEpochSecond();
            return exp > iat
                    && exp - iat <= life.toSeconds()
                    && second < exp + skew.toSeconds()
                    && second >= iat - skew.toSeconds();
        }
    }

    boolean isEdDsa() {
        return alg.equals(ALGORITHM);
    }

    static String sign(SigningKey key, Claims claims) {
        ObjectNode header = JSON.createObjectNode();
        header.put("alg", ALGORITHM).put("typ", "JWT").put("kid", key.kid());
        ObjectNode body = JSON.createObjectNode();
        body.put("sub", claims.sub()).put("aud", claims.aud()).put("jti", claims.jti());
        body.put("iat", claims.iat()).put("exp", claims.exp());
        String signed = part(header) + "." + part(body);
        byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    static Optional<Jwt> parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > MAX_TOKEN || parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = json(parts[0]);
            JsonNode body = json(parts[1]);
            if (header.has("crit") || !isComplete(header, body)) {
                return Optional.empty();
            }
            Claims claims =
                    new Claims(
                            body.path("sub").textValue(),
                            body.path("aud").textValue(),
                            body.path("jti").textValue(),
                            body.path("iat").longValue(),
                            body.path("exp").longValue());
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return Optional.of(
                    new Jwt(
                            header.path("alg").textValue(),
                            header.path("kid").asText(),
                            claims,
                            signed,
                            Base64.getUrlDecoder().decode(parts[2])));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isComplete(JsonNode header, JsonNode body) {
        return header.path("alg").isTextual()
                && body.path("sub").isTextual()
                && body.path("aud").isTextual()
                && body.path("jti").isTextual()
                && isSeconds(body.path("iat"))
                && isSeconds(body.path("exp"));
    }

    /** An integer that can be added to without overflow. */
    private static boolean isSeconds(JsonNode value) {
        return value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() < 1L << 40;
    }

    private static JsonNode json(String part) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String part(ObjectNode node) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
