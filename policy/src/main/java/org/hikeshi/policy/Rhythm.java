package org.hikeshi.policy;

/** How often a reporter hears from us until the end, also when nothing is new (A4.3). */
public record Rhythm(
        @Key(says = "Clause that makes the promise; no two promises share one") Clause clause,
        @Key(says = "At most so many civil days between two messages") int everyDays,
        @Key(says = "target (目安) or commitment") Kind kind,
        @Key(says = "Whether it is published; house hides it", otherwise = "published")
                Standing standing) {
    public Term term() {
        return new Term.CivilDays(java.time.Period.ofDays(everyDays));
    }
}
