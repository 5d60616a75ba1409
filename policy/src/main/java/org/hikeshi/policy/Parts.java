package org.hikeshi.policy;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reflection knows about one record of the model, asked once: reading annotations anew for
 * each mapping costs ten times as much as parsing the file.
 */
record Parts(List<Part> all, Constructor<?> constructor, boolean orJust) {
    private static final ClassValue<Parts> KNOWN =
            new ClassValue<>() {
                @Override
                protected Parts computeValue(Class<?> type) {
                    return read(type);
                }
            };

    /** One key of a mapping. */
    record Part(String name, Class<?> type, Type fullType, Key key) {}

    static Parts of(Class<?> type) {
        return KNOWN.get(type);
    }

    List<String> names() {
        return all.stream().map(Part::name).toList();
    }

    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " makes no part of the policy", e);
        }
    }

    private static Parts read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Part> all = Arrays.stream(components).map(Parts::part).toList();
        Class<?>[] types = all.stream().map(Part::type).toArray(Class<?>[]::new);
        try {
            boolean orJust = type.isAnnotationPresent(OrJust.class);
            return new Parts(all, type.getDeclaredConstructor(types), orJust);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is not a part of the policy", e);
        }
    }

    private static Part part(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(component + " does not say what it means (@Key)");
        }
        return new Part(component.getName(), component.getType(), component.getGenericType(), key);
    }
}
