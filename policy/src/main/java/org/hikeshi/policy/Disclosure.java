package org.hikeshi.policy;

import java.util.Map;
import java.util.Optional;

/** What must be true and who must say yes before a text goes out (E3.4, E5.2-text). */
public record Disclosure(
        @Key(says = "Clause of the policy") String clause,
        @Key(says = "What must be true before a vulnerability is published")
                Precondition precondition,
        @Key(says = "The role that drafts") Role draftedBy,
        @Key(says = "Which reviews are needed and which role does each")
                Map<Reviewing, Role> reviews,
        @Key(says = "The role that approves") Role approvedBy,
        @Key(says = "Only if the policy allows an emergency text: when its reviews are made up")
                Optional<Term> emergencyMadeUpWithin,
        @Key(says = "What the vendor says about working with reporters, per language")
                Optional<Map<Language, String>> principle) {}
