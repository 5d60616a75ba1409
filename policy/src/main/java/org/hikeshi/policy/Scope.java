package org.hikeshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the policy covers (E1-scope, A8-scope). */
public record Scope(
        @Key(says = "What is covered, in words, per language") Map<Language, String> statement,
        @Key(says = "Kinds of things that are covered", otherwise = "") List<ScopeKind> kinds,
        @Key(says = "Product lines that are covered, each per language", otherwise = "")
                List<Map<Language, String>> products,
        @Key(says = "What is not covered, per language")
                Optional<Map<Language, String>> outOfScope) {}
