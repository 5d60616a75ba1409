package org.hikeshi.policy;

import java.util.Map;
import java.util.Optional;

/**
 * What must be true before a vulnerability is published, and how the vendor works with reporters.
 */
public record Disclosure(
        @Key(says = "Clause of the policy") String clause,
        @Key(says = "What must be true before a vulnerability is published")
                Precondition precondition,
        @Key(says = "What the vendor says about working with reporters, per language")
                Optional<Map<Language, String>> principle,
        @Key(says = "Whether it is published", otherwise = "published") Standing standing) {}
