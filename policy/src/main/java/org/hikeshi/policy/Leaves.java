package org.hikeshi.policy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy taken apart into its single values, each under its key as the file writes it and with
 * the clause it belongs to. Entries of lists go by what they are about, not by their place.
 */
final class Leaves {
    /** One value and the clause of the nearest part that names one, or "". */
    record Leaf(String clause, Object value) {}

    private final Map<String, Leaf> all = new LinkedHashMap<>();

    private Leaves() {}

    static Map<String, Leaf> of(Policy policy) {
        Leaves leaves = new Leaves();
        leaves.record(policy, "", "");
        return leaves.all;
    }

    private void value(Object value, String path, String clause) {
        switch (value) {
            case Optional<?> maybe -> maybe.ifPresent(v -> value(v, path, clause));
            case Map<?, ?> map -> map.forEach((k, v) -> value(v, below(path, name(k)), clause));
            case Collection<?> list when list.stream().noneMatch(Leaves::hasParts) -> {
                if (!list.isEmpty()) {
                    all.put(path, new Leaf(clause, List.copyOf(list)));
                }
            }
            case Collection<?> list -> entries(list, path, clause);
            case Record part when hasKeys(part) -> record(part, path, clause);
            default -> all.put(path, new Leaf(clause, value));
        }
    }

    private void entries(Collection<?> list, String path, String clause) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Object entry : list) {
            String about = entry instanceof Record part ? about(part) : "";
            int nth = seen.merge(about, 1, Integer::sum);
            String mark = about.isEmpty() ? "" + nth : nth == 1 ? about : about + "-" + nth;
            value(entry, path + "[" + mark + "]", clause);
        }
    }

    private void record(Record part, String path, String clause) {
        String own = Optional.of(clauseOf(part)).filter(c -> !c.isEmpty()).orElse(clause);
        boolean just = part.getClass().isAnnotationPresent(OrJust.class);
        RecordComponent[] components = part.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            if (!name.equals("clause")) {
                value(get(part, components[i]), just && i == 0 ? path : below(path, name), own);
            }
        }
    }

    private static String clauseOf(Record part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (component.getName().equals("clause")) {
                Object clause = get(part, component);
                return clause instanceof Optional<?> maybe
                        ? maybe.map(Object::toString).orElse("")
                        : clause.toString();
            }
        }
        return "";
    }

    /** What an entry is about: its leading names, such as a gate, or a fact and an audience. */
    private static String about(Record part) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = get(part, component);
            if (value instanceof Enum<?> || (names.isEmpty() && !hasParts(value))) {
                names.add(name(value));
            } else {
                break;
            }
        }
        return String.join(" ", names);
    }

    private static boolean hasParts(Object value) {
        return value instanceof Map
                || value instanceof Collection
                || (value instanceof Record part && hasKeys(part));
    }

    private static boolean hasKeys(Record part) {
        RecordComponent[] components = part.getClass().getRecordComponents();
        return components.length > 0 && components[0].isAnnotationPresent(Key.class);
    }

    private static String name(Object key) {
        return key instanceof Language language
                ? language.code()
                : key instanceof Enum<?> word ? Words.written(word) : key.toString();
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Object get(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
