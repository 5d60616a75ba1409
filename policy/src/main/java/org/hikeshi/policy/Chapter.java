package org.hikeshi.policy;

import java.util.List;
import java.util.Map;

/** A chapter of the policy in the vendor's own prose, for what no key says. */
public record Chapter(
        @Key(says = "Clause of the policy") String clause,
        @Key(says = "Heading, per language") Map<Language, String> title,
        @Key(says = "Paragraphs, each per language") List<Map<Language, String>> paragraphs,
        @Key(says = "Before or after what Hikeshi renders from the keys", otherwise = "last")
                Place place,
        @Key(says = "addendum renders it apart from the published policy", otherwise = "published")
                Standing standing) {}
