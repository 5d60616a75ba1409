package org.hikeshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How severity is decided: by CVSS bands or by definitions (A6). A vendor whose policy publishes
 * neither must still choose, and marks the choice {@code standing: house} (Z2.2).
 */
public record SeverityScheme(
        @Key(says = "Severity by CVSS") Optional<CvssScheme> cvss,
        @Key(says = "Severity by definition, per severity and language")
                Optional<Map<Severity, Map<Language, String>>> definitions,
        @Key(
                        says = "What this company calls the levels; Hikeshi's words if left out",
                        otherwise = "")
                Map<Severity, Map<Language, String>> names,
        @Key(says = "Clause of the policy") Optional<String> clause,
        @Key(says = "Whether the scheme is published", otherwise = "published") Standing standing)
        implements Checked {
    private static final List<String> JA =
            List.of("緊急 (Critical)", "重要 (High)", "警告 (Medium)", "注意 (Low)");
    private static final List<String> EN = List.of("Critical", "High", "Medium", "Low");

    /** The level's name as people read it. */
    public String name(Severity severity, Language language) {
        String own = names.getOrDefault(severity, Map.of()).get(language);
        int i = severity.ordinal();
        return own != null ? own : language.say(JA.get(i), EN.get(i));
    }

    @Override
    public List<Complaint> complaints() {
        if (cvss.isPresent() == definitions.isPresent()) {
            return List.of(new Complaint("", Mistake.EITHER_OR, "cvss", "definitions"));
        }
        return definitions.map(d -> Levels.missing("definitions", d)).orElse(List.of());
    }
}
