package org.hikeshi.trust.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The line-based forms: one JSON object per line, UTF-8, no blanks, hashes in lower-case hex, times
 * ISO 8601 in UTC.
 *
 * <p>A checkpoint: {@code service, number, sequence, chainHash, count, at, previous, kid,
 * signature}. A row: {@code service, sequence} (left out while not chained), {@code actor, action,
 * subject, at, detailHash, contentHash, chainHash} (left out while not chained), {@code
 * sealedDetail} (base64; left out when erased).
 */
public final class JsonLines {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonLines() {}

    /** A row of an export and whose it is. */
    public record Line(String service, AuditRow row) {}

    /** The line of a checkpoint, without its end. */
    public static String write(Checkpoint one) {
        ObjectNode json = JSON.createObjectNode();
        json.put("service", one.service());
        json.put("number", one.number());
        json.put("sequence", one.sequence());
        json.put("chainHash", one.chainHash().hex());
        json.put("count", one.count());
        json.put("at", one.at().toString());
        json.put("previous", one.previous().hex());
        json.put("kid", one.kid());
        json.put("signature", one.signature());
        return line(json);
    }

    /**
     * @throws IllegalArgumentException if the line is no checkpoint
     */
    public static Checkpoint checkpoint(String line) {
        JsonNode json = parse(line);
        return new Checkpoint(
                text(json, "service"),
                number(json, "number"),
                number(json, "sequence"),
                new Hash(text(json, "chainHash")),
                number(json, "count"),
                instant(json, "at"),
                new Hash(text(json, "previous")),
                text(json, "kid"),
                text(json, "signature"));
    }

    /** The line of a row, without its end. */
    public static String write(String service, AuditRow row, byte @Nullable [] sealedDetail) {
        ObjectNode json = JSON.createObjectNode();
        json.put("service", service);
        if (row.sequence() > 0) {
            json.put("sequence", row.sequence());
        }
        json.put("actor", row.actor());
        json.put("action", row.action());
        json.put("subject", row.subject());
        json.put("at", row.at().toString());
        json.put("detailHash", row.detailHash().hex());
        json.put("contentHash", row.contentHash().hex());
        if (row.chainHash() != null) {
            json.put("chainHash", row.chainHash().hex());
        }
        if (sealedDetail != null) {
            json.put("sealedDetail", Base64.getEncoder().encodeToString(sealedDetail));
        }
        return line(json);
    }

    /**
     * @throws IllegalArgumentException if the line is no row
     */
    public static Line row(String line) {
        JsonNode json = parse(line);
        return new Line(
                text(json, "service"),
                new AuditRow(
                        json.has("sequence") ? number(json, "sequence") : 0,
                        text(json, "actor"),
                        text(json, "action"),
                        text(json, "subject"),
                        instant(json, "at"),
                        new Hash(text(json, "detailHash")),
                        new Hash(text(json, "contentHash")),
                        json.has("chainHash") ? new Hash(text(json, "chainHash")) : null,
                        json.has("sealedDetail")
                                ? Hash.over(Base64.getDecoder().decode(text(json, "sealedDetail")))
                                : null));
    }

    private static String line(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always becomes JSON", e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // The parser's own message may quote the line: it is left out.
            throw new IllegalArgumentException("is not JSON");
        }
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException(field + " is missing or no string");
        }
        return json.path(field).textValue();
    }

    private static long number(JsonNode json, String field) {
        if (!json.path(field).canConvertToExactIntegral() || !json.path(field).canConvertToLong()) {
            throw new IllegalArgumentException(field + " is missing or no whole number");
        }
        return json.path(field).longValue();
    }

    private static Instant instant(JsonNode json, String field) {
        try {
            return Instant.parse(text(json, field));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + " is no instant in UTC (ISO 8601)", e);
        }
    }
}
