package org.hikeshi.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists and single values as indented JSON; enough for a schema. */
final class Json {
    private Json() {}

    static String pretty(Object value) {
        return pretty(value, "");
    }

    private static String pretty(Object value, String indent) {
        String deeper = indent + "  ";
        return switch (value) {
            case Map<?, ?> map when map.isEmpty() -> "{}";
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(
                                    e ->
                                            deeper
                                                    + quoted(e.getKey() + "")
                                                    + ": "
                                                    + pretty(e.getValue(), deeper))
                            .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
            case List<?> list ->
                    list.stream()
                            .map(item -> pretty(item, deeper))
                            .collect(Collectors.joining(", ", "[", "]"));
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
