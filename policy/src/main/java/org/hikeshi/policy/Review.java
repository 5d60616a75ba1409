package org.hikeshi.policy;

import java.util.Map;
import java.util.Optional;

/** Who must say yes before any text goes out (E5.2-text). Nobody approves what they drafted. */
public record Review(
        @Key(says = "Clause of the policy") String clause,
        @Key(says = "The role that drafts") Role draftedBy,
        @Key(says = "Which reviews are needed and which role does each", otherwise = "")
                Map<Reviewing, Role> reviews,
        @Key(says = "The role that approves") Role approvedBy,
        @Key(says = "Only if the policy allows an emergency text: when its reviews are made up")
                Optional<Term> emergencyMadeUpWithin,
        @Key(says = "Whether it is published", otherwise = "published") Standing standing) {}
