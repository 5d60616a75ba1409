package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of one mapping, each once; and the way from a key path back to the place in the file.
 */
final class Pairs {
    private final Map<String, NodeTuple> byName = new LinkedHashMap<>();
    private final boolean just;

    private Pairs(boolean just) {
        this.just = just;
    }

    static Pairs of(MappingNode mapping, String path, Findings findings) {
        Pairs pairs = new Pairs(false);
        for (NodeTuple pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode)) {
                findings.add(pair.getKeyNode(), path, Mistake.KEY_NOT_TEXT);
                continue;
            }
            NodeTuple first = pairs.byName.putIfAbsent(name(pair), pair);
            if (first != null) {
                int line = first.getKeyNode().getStartMark().map(m -> m.getLine() + 1).orElse(1);
                findings.add(
                        pair.getKeyNode(),
                        below(path, name(pair)),
                        Mistake.KEY_TWICE,
                        name(pair),
                        line + "");
            }
        }
        return pairs;
    }

    /** A value that stands for the mapping with this one key. */
    static Pairs just(String name, Node value) {
        Pairs pairs = new Pairs(true);
        pairs.byName.put(name, new NodeTuple(value, value));
        return pairs;
    }

    boolean isJust() {
        return just;
    }

    List<NodeTuple> inOrder() {
        return List.copyOf(byName.values());
    }

    /** The value of a key; {@code key:} with nothing behind it is as good as absent. */
    Optional<Node> value(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(NodeTuple::getValueNode)
                .filter(node -> !node.getTag().equals(Tag.NULL));
    }

    void refuseUnknown(List<String> known, String path, Findings findings) {
        List<String> free = new ArrayList<>(known);
        free.removeAll(byName.keySet());
        for (NodeTuple pair : just ? List.<NodeTuple>of() : inOrder()) {
            String name = name(pair);
            if (!known.contains(name)) {
                Optional<String> near =
                        Words.nearest(name, free).or(() -> Words.nearest(name, known));
                Mistake mistake = near.isPresent() ? Mistake.MISTYPED_KEY : Mistake.UNKNOWN_KEY;
                String hint = near.orElse(String.join(", ", known));
                findings.add(pair.getKeyNode(), below(path, name), mistake, name, hint);
            }
        }
    }

    static String name(NodeTuple pair) {
        return pair.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
    }

    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The node at the end of a key path, or the last one on the way that is in the file. */
    static Node deepest(Node from, String path) {
        Node at = from;
        for (String step : path.isEmpty() ? new String[0] : path.split("[.\\[\\]]+")) {
            Optional<Node> next =
                    switch (at) {
                        case MappingNode m ->
                                m.getValue().stream()
                                        .filter(pair -> name(pair).equals(step))
                                        .map(NodeTuple::getValueNode)
                                        .findFirst();
                        case SequenceNode s ->
                                Optional.of(s.getValue().get(Integer.parseInt(step)));
                        default -> Optional.empty();
                    };
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }
}
