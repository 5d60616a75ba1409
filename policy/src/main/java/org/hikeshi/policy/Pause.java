package org.hikeshi.policy;

/** The only pause there is: a blocking question, before validation, capped in all. */
public record Pause(
        @Key(says = "How long all pauses of a clock may take together") Term atMost,
        @Key(says = "Whether this is published", otherwise = "house") Standing standing) {}
