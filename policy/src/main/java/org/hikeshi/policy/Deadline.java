package org.hikeshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long one clock runs, perhaps for one severity. */
@OrJust
public record Deadline(
        @Key(says = "The term, such as 5 business days, 30 days, 48 hours, PT2S, individual")
                Term within,
        @Key(says = "When those responsible are warned, counted like the term") Optional<Term> warn,
        @Key(says = "Whether this number is published; house hides it", otherwise = "published")
                Standing standing,
        @Key(says = "What the policy says instead of the number, per language")
                Optional<Map<Language, String>> says)
        implements Checked {

    /** What the public reads, or empty if the policy publishes nothing here. */
    Optional<String> publicWords(Language language) {
        if (says.isPresent()) {
            return Optional.ofNullable(says.get().get(language));
        }
        return standing == Standing.HOUSE
                ? Optional.empty()
                : Optional.of(within.inWords(language));
    }

    @Override
    public List<Complaint> complaints() {
        boolean late = warn.isPresent() && !Terms.shorter(warn.get(), within);
        return late
                ? List.of(new Complaint("warn", Mistake.WARN_NOT_BEFORE, warn.get().written()))
                : List.of();
    }
}
