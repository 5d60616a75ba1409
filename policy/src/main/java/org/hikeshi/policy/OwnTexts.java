package org.hikeshi.policy;

import java.util.Map;
import java.util.Optional;

/** The vendor's own legal words, each only if the policy has it (A-texts, Z-secret). */
public record OwnTexts(
        @Key(says = "Promise to good-faith reporters, per language")
                Optional<Map<Language, String>> safeHarbour,
        @Key(says = "How personal data is handled, per language")
                Optional<Map<Language, String>> privacy,
        @Key(says = "Request for silence until publication, per language; never a condition")
                Optional<Map<Language, String>> silence,
        @Key(says = "Disclaimer, per language") Optional<Map<Language, String>> disclaimer) {
    static final OwnTexts NONE =
            new OwnTexts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
