package org.hikeshi.policy;

import java.util.Optional;

/** Where reports and findings come from and how often somebody looks (E3.1-watch). */
public record Source(
        @Key(says = "Which source") SourceName source,
        @Key(says = "How often it is looked at; only for sources that do not come by themselves")
                Optional<Term> every,
        @Key(says = "Whether the interval is published", otherwise = "house") Standing standing) {}
