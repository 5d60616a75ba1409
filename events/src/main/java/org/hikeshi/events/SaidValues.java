package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.lang.reflect.RecordComponent;

/** Keeps the catch-all of an enum from being said: it stands for what we did not understand. */
final class SaidValues {

    private SaidValues() {}

    static void requireKnown(CaseEvent event) {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            try {
                if (component.getAccessor().invoke(event) instanceof Enum<?> value
                        && isCatchAll(value)) {
                    throw new IllegalArgumentException(
                            component.getName() + " is UNKNOWN, which cannot be said");
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("components of public records can be read", e);
            }
        }
    }

    private static boolean isCatchAll(Enum<?> value) throws NoSuchFieldException {
        return value.getDeclaringClass()
                .getField(value.name())
                .isAnnotationPresent(JsonEnumDefaultValue.class);
    }
}
