package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the catch-all of an enum from being said: it stands for what we did not understand. */
final class SaidValues {

    private SaidValues() {}

    static void requireKnown(Record said) {
        for (RecordComponent component : said.getClass().getRecordComponents()) {
            try {
                look(component.getName(), component.getAccessor().invoke(said));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("components of public records can be read", e);
            }
        }
    }

    private static void look(String name, @Nullable Object value) throws NoSuchFieldException {
        switch (value) {
            case null -> {}
            case Enum<?> one when isCatchAll(one) ->
                    throw new IllegalArgumentException(name + " is UNKNOWN, which cannot be said");
            case List<?> several -> {
                for (Object one : several) {
                    look(name, one);
                }
            }
            case Record nested -> requireKnown(nested);
            default -> {}
        }
    }

    private static boolean isCatchAll(Enum<?> value) throws NoSuchFieldException {
        return value.getDeclaringClass()
                .getField(value.name())
                .isAnnotationPresent(JsonEnumDefaultValue.class);
    }
}
