package org.hikeshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hikeshi.policy.PublicPolicy.Block;
import org.hikeshi.policy.PublicPolicy.Bullets;
import org.hikeshi.policy.PublicPolicy.Table;

/** A policy in one language: its own texts, Hikeshi's labels, and the blocks made of both. */
record Wording(Policy policy, Language language) {
    String say(Map<Language, String> texts) {
        return Objects.requireNonNull(texts.get(language));
    }

    String role(Role role) {
        return policy.roleName(role, language);
    }

    String label(Enum<?> name) {
        return Labels.of(name, language);
    }

    String label(String key, String... arguments) {
        return Labels.text(key, language, arguments);
    }

    String length(Term term) {
        return TermWords.length(term, language);
    }

    String joined(List<String> items) {
        return Labels.joined(items, language);
    }

    List<Block> table(List<String> columns, List<List<String>> rows) {
        List<String> header = columns.stream().map(this::label).toList();
        return rows.isEmpty() ? List.of() : List.of(new Table(header, rows));
    }

    List<Block> bullets(List<String> items) {
        return items.isEmpty() ? List.of() : List.of(new Bullets(items));
    }
}
