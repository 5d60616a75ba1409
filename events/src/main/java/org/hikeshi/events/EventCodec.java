package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Events as JSON (RFC 8259, UTF-8) and back. Ignores fields it does not know, reads enum values it
 * does not know as {@code UNKNOWN}, and refuses everything else that is not exactly an event: wrong
 * or missing fields, doubled names, trailing bytes, invalid UTF-8, more than 64 KiB, depth over 16.
 * Safe for many threads.
 */
public final class EventCodec {

    /** Content type of a value. */
    public static final String CONTENT_TYPE = "application/json";

    /** Longest value that is said or read. Thin events have a few hundred bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final JsonMapper JSON = mapper();

    /**
     * The bytes of an event, the same for the same event.
     *
     * @throws IllegalArgumentException if it holds an {@code UNKNOWN}, which is only ever read, an
     *     instant outside the years 0 to 9999, or lists that make it longer than {@link #MAX_BYTES}
     */
    public byte[] encode(SaidEvent event) {
        SaidValues.requireKnown((Record) event);
        try {
            byte[] value = JSON.writeValueAsBytes(event);
            if (value.length > MAX_BYTES) {
                throw new IllegalArgumentException("longer than " + MAX_BYTES + " bytes");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("this event cannot be said", e);
        }
    }

    /**
     * The event in these bytes.
     *
     * @param type the {@code ce_type}
     * @throws UnreadableEvent if the type is not known here or the bytes are none of it
     */
    public SaidEvent decode(String type, byte[] value) throws UnreadableEvent {
        EventType known = EventType.of(type).orElseThrow(() -> new UnreadableEvent("unknown type"));
        String text = utf8(known, value);
        try {
            SaidEvent event = JSON.readValue(text, known.record());
            if (event == null) {
                throw new UnreadableEvent(known.shortName() + ": null is no event");
            }
            return event;
        } catch (JsonMappingException e) {
            throw new UnreadableEvent(known.shortName() + ": " + field(e) + " cannot be read");
        } catch (JacksonException e) {
            throw new UnreadableEvent(known.shortName() + ": not well-formed JSON");
        }
    }

    private static String utf8(EventType type, byte[] value) throws UnreadableEvent {
        if (value.length > MAX_BYTES) {
            throw new UnreadableEvent(type.shortName() + ": longer than " + MAX_BYTES + " bytes");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableEvent(type.shortName() + ": not UTF-8");
        }
    }

    /** Path of the field at fault; names come from the records, unknown ones are not followed. */
    private static String field(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(step -> String.valueOf(step.getFieldName()))
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "the value" : path;
    }

    private static JsonMapper mapper() {
        JsonFactory factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(16)
                                        .maxStringLength(MAX_BYTES)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .addModule(new WireTypes())
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .build();
    }
}
