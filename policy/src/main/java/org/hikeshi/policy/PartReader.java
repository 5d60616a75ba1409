package org.hikeshi.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads nodes into the records of the model: the records <em>are</em> the shape of the file, so a
 * key cannot be documented and not read, or read and not documented. Whatever cannot be read
 * becomes a finding and an empty result; reading goes on, so that all findings come at once.
 */
final class PartReader {
    static final int LONGEST_TEXT = 4000;

    private final Findings findings;
    private final Crossings seen;

    PartReader(Findings findings, Crossings seen) {
        this.findings = findings;
        this.seen = seen;
    }

    /** The value of this type, or empty after saying why not. */
    Optional<Object> read(Type type, Node node, String path) {
        if (type instanceof ParameterizedType p) {
            return switch ((Class<?>) p.getRawType()) {
                case Class<?> c when c == Optional.class ->
                        read(p.getActualTypeArguments()[0], node, path).map(Optional::of);
                case Class<?> c when c == List.class ->
                        list(p.getActualTypeArguments()[0], node, path);
                case Class<?> _ -> map(p, node, path);
            };
        }
        Class<?> kind = (Class<?>) type;
        Optional<Scalar> scalar = Scalar.of(kind);
        if (scalar.isPresent()) {
            return scalar(scalar.get(), node, path);
        }
        if (kind == String.class) {
            return text(node, path);
        }
        return kind.isEnum() ? choice(kind, node, path) : part(kind, node, path);
    }

    private Optional<Object> scalar(Scalar scalar, Node node, String path) {
        String written = node instanceof ScalarNode s ? s.getValue() : "…";
        try {
            if (node instanceof ScalarNode && scalar.tags().contains(node.getTag())) {
                Object value = scalar.value(written);
                seen.note(value, node, path);
                return Optional.of(value);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through to the one sentence that says what is needed
        }
        findings.add(node, path, scalar.mistake(), shortened(written));
        return Optional.empty();
    }

    private Optional<Object> text(Node node, String path) {
        if (!(node instanceof ScalarNode s) || !node.getTag().equals(Tag.STR)) {
            findings.add(node, path, Mistake.NOT_TEXT);
            return Optional.empty();
        }
        String text = s.getValue().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            Mistake mistake = text.isEmpty() ? Mistake.EMPTY_TEXT : Mistake.TOO_LONG;
            findings.add(node, path, mistake, Integer.toString(LONGEST_TEXT));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<Object> choice(Class<?> type, Node node, String path) {
        String written = node instanceof ScalarNode s ? s.getValue() : "…";
        for (Object constant : type.getEnumConstants()) {
            if (Words.written((Enum<?>) constant).equals(written)) {
                return Optional.of(constant);
            }
        }
        String known = String.join(", ", Words.written(type));
        findings.add(node, path, Mistake.NOT_ONE_OF, shortened(written), known);
        return Optional.empty();
    }

    private Optional<Object> list(Type item, Node node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            findings.add(node, path, Mistake.NOT_A_LIST);
            return Optional.empty();
        }
        if (sequence.getValue().isEmpty()) {
            findings.add(node, path, Mistake.EMPTY_LIST);
            return Optional.empty();
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node each = sequence.getValue().get(i);
            String at = path + "[" + i + "]";
            read(item, each, at)
                    .ifPresent(
                            value -> {
                                if (value instanceof Enum<?> name && all.contains(name)) {
                                    findings.add(each, at, Mistake.TWICE, Words.written(name));
                                }
                                all.add(value);
                            });
        }
        return all.size() == sequence.getValue().size()
                ? Optional.of(List.copyOf(all))
                : Optional.empty();
    }

    private Optional<Object> map(ParameterizedType type, Node node, String path) {
        Type[] arguments = type.getActualTypeArguments();
        if (!(node instanceof MappingNode mapping)) {
            findings.add(node, path, Mistake.NOT_A_MAPPING);
            return Optional.empty();
        }
        Map<Object, Object> all = new LinkedHashMap<>();
        Pairs pairs = Pairs.of(mapping, path, findings);
        for (NodeTuple pair : pairs.inOrder()) {
            String at = Pairs.below(path, Pairs.name(pair));
            Optional<Object> key = choice((Class<?>) arguments[0], pair.getKeyNode(), at);
            Optional<Object> value = read(arguments[1], pair.getValueNode(), at);
            if (key.isPresent() && value.isPresent()) {
                all.put(key.get(), value.get());
            }
        }
        if (arguments[0] == Language.class) {
            seen.texts(all, node, path);
        }
        return all.size() == mapping.getValue().size()
                ? Optional.of(Collections.unmodifiableMap(all))
                : Optional.empty();
    }

    private Optional<Object> part(Class<?> type, Node node, String path) {
        Parts parts = Parts.of(type);
        Pairs pairs;
        if (node instanceof MappingNode mapping) {
            pairs = Pairs.of(mapping, path, findings);
        } else if (parts.orJust() && node instanceof ScalarNode) {
            pairs = Pairs.just(parts.all().getFirst().name(), node);
        } else {
            findings.add(node, path, Mistake.NOT_A_MAPPING);
            return Optional.empty();
        }
        pairs.refuseUnknown(parts.names(), path, findings);
        @Nullable Object[] values = new Object[parts.all().size()];
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = component(parts.all().get(i), pairs, node, path).orElse(null);
            whole &= values[i] != null;
        }
        return whole ? Optional.of(made(parts, values, node, path)) : Optional.empty();
    }

    private Optional<Object> component(Parts.Part c, Pairs pairs, Node whole, String path) {
        Optional<Node> value = pairs.value(c.name());
        if (value.isPresent()) {
            String at = pairs.isJust() ? path : Pairs.below(path, c.name());
            return read(c.fullType(), value.get(), at);
        }
        String otherwise = c.key().otherwise();
        if (c.type() == Optional.class) {
            return Optional.of(Optional.empty());
        } else if (otherwise.equals(Key.MANDATORY)) {
            String at = Pairs.below(path, c.name());
            findings.add(whole, at, Mistake.MISSING_KEY, c.name(), c.key().says());
            return Optional.empty();
        } else if (c.type() == List.class) {
            return Optional.of(List.of());
        } else if (c.type() == Map.class) {
            return Optional.of(Map.of());
        }
        Tag tag = Scalar.of(c.type()).map(s -> s.tags().getFirst()).orElse(Tag.STR);
        return read(c.type(), new ScalarNode(tag, otherwise, ScalarStyle.PLAIN), path);
    }

    private Object made(Parts parts, @Nullable Object[] values, Node node, String path) {
        Object made = parts.make(values);
        if (made instanceof Checked checked) {
            for (Complaint c : checked.complaints()) {
                Node at = Pairs.deepest(node, c.key());
                String key = c.key().isEmpty() ? path : Pairs.below(path, c.key());
                findings.add(at, key, c.mistake(), c.arguments().toArray(String[]::new));
            }
        }
        return made;
    }

    private static String shortened(String written) {
        return written.length() <= 80 ? written : written.substring(0, 79) + "…";
    }
}
