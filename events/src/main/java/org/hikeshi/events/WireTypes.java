package org.hikeshi.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Instants as ISO 8601 text in UTC and nothing else; Jackson's own module reads numbers too. */
final class WireTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    WireTypes() {
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class Reader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING || !in.getText().endsWith("Z")) {
                return (Instant)
                        context.reportInputMismatch(Instant.class, "not an instant in UTC");
            }
            try {
                return Instant.parse(in.getText());
            } catch (DateTimeException e) {
                return (Instant)
                        context.reportInputMismatch(Instant.class, "not an instant in UTC");
            }
        }
    }
}
