package org.hikeshi.trust;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The file of one public key: {@code {kid, service, publicKey, from, until, compromisedSince}}, the
 * last two optional, times ISO 8601 in UTC, the key standard base64 of 32 bytes.
 */
final class KeyFile {

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private KeyFile() {}

    static byte[] write(KeyEntry entry) {
        ObjectNode json = JSON.createObjectNode();
        json.put("kid", entry.kid());
        json.put("service", entry.service());
        json.put("publicKey", entry.publicKey().base64());
        json.put("from", entry.from().toString());
        if (entry.until() != null) {
            json.put("until", entry.until().toString());
        }
        if (entry.compromisedSince() != null) {
            json.put("compromisedSince", entry.compromisedSince().toString());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always becomes JSON", e);
        }
    }

    static KeyEntry read(Path file) {
        JsonNode json = parse(file);
        String kid = text(file, json, "kid");
        if (!(kid + ".json").equals(String.valueOf(file.getFileName()))) {
            throw new UnreadableKeyFile(file, "kid must be the file's name");
        }
        try {
            return new KeyEntry(
                    kid,
                    text(file, json, "service"),
                    publicKey(file, text(file, json, "publicKey")),
                    instant(file, "from", text(file, json, "from")),
                    optionalInstant(file, json, "until"),
                    optionalInstant(file, json, "compromisedSince"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableKeyFile(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static JsonNode parse(Path file) {
        byte[] content = SecretFile.read(file);
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            // The parser's own message may quote the file: it is left out.
            throw new UnreadableKeyFile(file, "is not JSON");
        }
    }

    private static String text(Path file, JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new UnreadableKeyFile(file, field + " is missing or not a string");
        }
        return value.textValue();
    }

    private static PublicKey32 publicKey(Path file, String base64) {
        try {
            return PublicKey32.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new UnreadableKeyFile(file, "publicKey is no Ed25519 key in base64", e);
        }
    }

    private static @Nullable Instant optionalInstant(Path file, JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isMissingNode() || value.isNull()
                ? null
                : instant(file, field, text(file, json, field));
    }

    private static Instant instant(Path file, String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableKeyFile(file, field + " is no instant in UTC (ISO 8601)", e);
        }
    }
}
