package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What must hold across the whole file, wherever it stands: every text in every language of the
 * policy, every promise with a clause of its own. Noted while reading, judged at the end, and also
 * when other parts of the file are broken.
 */
final class Crossings {
    private record Texts(Set<?> languages, Node node, String path) {}

    private final Findings findings;
    private final List<Texts> texts = new ArrayList<>();
    private final Map<Clause, Node> clauses = new HashMap<>();

    Crossings(Findings findings) {
        this.findings = findings;
    }

    void note(Object value, Node node, String path) {
        if (value instanceof Clause clause) {
            Node first = clauses.putIfAbsent(clause, node);
            if (first != null) {
                int line = first.getStartMark().map(m -> m.getLine() + 1).orElse(1);
                findings.add(node, path, Mistake.CLAUSE_TWICE, clause.id(), Integer.toString(line));
            }
        }
    }

    void texts(Map<?, ?> byLanguage, Node node, String path) {
        texts.add(new Texts(Set.copyOf(byLanguage.keySet()), node, path));
    }

    void judge(Node root) {
        List<Language> languages = languages(root);
        if (languages.isEmpty()) {
            return;
        }
        for (Texts each : texts) {
            for (Language language : Language.values()) {
                String path = Pairs.below(each.path, language.code());
                boolean has = Pairs.deepest(each.node, language.code()) != each.node;
                if (languages.contains(language) && !has) {
                    findings.add(each.node, path, Mistake.LANGUAGE_MISSING, language.code());
                } else if (!languages.contains(language) && has) {
                    Node at = Pairs.deepest(each.node, language.code());
                    findings.add(at, path, Mistake.LANGUAGE_FOREIGN, language.code());
                }
            }
        }
    }

    /** Read leniently: what is wrong with the list itself was said already. */
    private static List<Language> languages(Node root) {
        List<Language> all = new ArrayList<>();
        Node node = root instanceof MappingNode ? Pairs.deepest(root, "languages") : root;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                for (Language language : Language.values()) {
                    if (item instanceof ScalarNode s && s.getValue().equals(language.code())) {
                        all.add(language);
                    }
                }
            }
        }
        return all;
    }
}
