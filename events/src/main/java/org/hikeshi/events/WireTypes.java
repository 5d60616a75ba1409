package org.hikeshi.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Instants as RFC 3339 text in UTC, days as {@code 2026-04-01}, and nothing else: Jackson's own
 * module also reads numbers and offsets, and one instant with two spellings would be two values to
 * whoever compares bytes.
 */
final class WireTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                            + "(?:\\.[0-9]{1,9})?Z");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    WireTypes() {
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
        addSerializer(LocalDate.class, ToStringSerializer.instance);
        addDeserializer(LocalDate.class, new DayReader());
        addDeserializer(BigDecimal.class, new NumberReader());
    }

    private static final class Writer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            String text = value.toString();
            if (!FORM.matcher(text).matches()) {
                provider.reportMappingProblem("an instant outside the years 0 to 9999");
            }
            out.writeString(text);
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
            try {
                if (in.currentToken() == JsonToken.VALUE_STRING
                        && FORM.matcher(in.getText()).matches()) {
                    return Instant.parse(in.getText());
                }
            } catch (DateTimeException e) {
                // The form fits but there is no such day: told below.
            }
            return (Instant) context.reportInputMismatch(Instant.class, "no instant in UTC");
        }
    }

    private static final class DayReader extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DayReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            try {
                if (in.currentToken() == JsonToken.VALUE_STRING
                        && DAY.matcher(in.getText()).matches()) {
                    return LocalDate.parse(in.getText());
                }
            } catch (DateTimeException e) {
                // The form fits but there is no such day: told below.
            }
            return (LocalDate) context.reportInputMismatch(LocalDate.class, "no day");
        }
    }

    /** Jackson's own takes blank text for no number. */
    private static final class NumberReader extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        NumberReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (in.currentToken().isNumeric()) {
                return in.getDecimalValue();
            }
            return (BigDecimal) context.reportInputMismatch(BigDecimal.class, "no number");
        }
    }
}
