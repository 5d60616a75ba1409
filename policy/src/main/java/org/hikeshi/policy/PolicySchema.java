package org.hikeshi.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The JSON Schema (2020-12) that editors check a policy file with, made from the same records and
 * the same table of values the loader reads with. {@code policy/policy.schema.json} is its output.
 */
final class PolicySchema {
    private final Map<String, Object> definitions = new TreeMap<>();

    private PolicySchema() {}

    static String text() {
        PolicySchema schema = new PolicySchema();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Hikeshi policy file");
        root.putAll(schema.object(Policy.class));
        root.put("$defs", schema.definitions);
        return Json.pretty(root) + "\n";
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Parts.Part c : Parts.of(type).all()) {
            Key key = c.key();
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.says());
            property.putAll(schema(c.fullType()));
            boolean mandatory = key.otherwise().equals(Key.MANDATORY);
            if (mandatory && c.type() != Optional.class) {
                required.add(c.name());
            } else if (!mandatory && !key.otherwise().isEmpty()) {
                boolean yesNo = c.type() == boolean.class;
                property.put("default", yesNo ? Boolean.valueOf(key.otherwise()) : key.otherwise());
            }
            properties.put(c.name(), property);
        }
        return closed(properties, required);
    }

    private static Map<String, Object> closed(
            Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType p) {
            Type[] arguments = p.getActualTypeArguments();
            return switch ((Class<?>) p.getRawType()) {
                case Class<?> c when c == Optional.class -> schema(arguments[0]);
                case Class<?> c when c == List.class ->
                        ordered("type", "array", "minItems", 1, "items", schema(arguments[0]));
                case Class<?> _ -> map((Class<?>) arguments[0], schema(arguments[1]));
            };
        }
        Class<?> kind = (Class<?>) type;
        if (kind == String.class) {
            return ordered("type", "string", "minLength", 1, "maxLength", PartReader.LONGEST_TEXT);
        }
        if (kind.isEnum()) {
            return ordered("enum", Words.written(kind));
        }
        return Scalar.of(kind).map(PolicySchema::scalar).orElseGet(() -> reference(kind));
    }

    private static Map<String, Object> map(Class<?> keys, Map<String, Object> value) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Words.written(keys).forEach(key -> properties.put(key, value));
        return closed(properties, List.of());
    }

    private static Map<String, Object> scalar(Scalar scalar) {
        return switch (scalar.schemaType()) {
            case "integer" -> ordered("type", "integer", "minimum", 1, "maximum", 9999);
            case "number" -> ordered("type", "number", "minimum", 0, "maximum", 10);
            case "boolean" -> ordered("type", "boolean");
            default -> ordered("type", "string", "pattern", String.valueOf(scalar.pattern()));
        };
    }

    private Map<String, Object> reference(Class<?> part) {
        String name = part.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, object(part));
        }
        Map<String, Object> reference = ordered("$ref", "#/$defs/" + name);
        if (!Parts.of(part).orJust()) {
            return reference;
        }
        Type first = Parts.of(part).all().getFirst().fullType();
        return ordered("anyOf", List.of(schema(first), reference));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
