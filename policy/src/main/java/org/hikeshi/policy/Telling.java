package org.hikeshi.policy;

import java.util.Map;
import java.util.Optional;

/** Which fact obliges us to tell whom, by which mail (E5.3, A4). */
public record Telling(
        @Key(says = "The fact") Fact when,
        @Key(says = "To whom") Audience tell,
        @Key(says = "Which mail, as numbered in the practice: R1, C1, …") MailName mail,
        @Key(says = "Clause of the policy") Optional<String> clause,
        @Key(says = "Whether it is published", otherwise = "published") Standing standing,
        @Key(says = "How the policy says it, per language") Optional<Map<Language, String>> says) {}
