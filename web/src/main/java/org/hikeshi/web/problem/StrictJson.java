package org.hikeshi.web.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * The API is strict: an unknown field, a field given twice, a number where a text belongs and
 * anything after the document are refused, and nesting is bounded.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int DEPTH = 40;
    private static final int TEXT_CHARACTERS = 2 * 1024 * 1024;

    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT_CHARACTERS)
                    .maxNumberLength(100)
                    .maxNameLength(200)
                    .build();
    private static final JsonFactory SYNTAX =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();

    /**
     * Whether these bytes are one JSON text (RFC 8259), whatever it says. Asked before binding,
     * which stops at the first field that does not fit and would not notice what is broken behind
     * it.
     */
    public static boolean isJson(byte[] text) {
        try (JsonParser parser = SYNTAX.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return !parser.isClosed() && complete(parser) && parser.nextToken() == null;
        } catch (IOException broken) {
            return false;
        }
    }

    /* skipChildren returns at the end of input, too; text is parsed lazily and may still be broken. */
    private static boolean complete(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            parser.finishToken();
        }
        return parser.currentToken() != null && !parser.currentToken().isStructStart();
    }

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().setStreamReadConstraints(BOUNDS);
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        json.setConfig(
                json.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
