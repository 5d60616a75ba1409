package org.hikeshi.policy;

import java.util.Map;
import java.util.Optional;

/** Who speaks in this policy. */
public record Organisation(
        @Key(says = "The company's name, per language") Map<Language, String> name,
        @Key(says = "What the security desk is called, per language") Map<Language, String> desk,
        @Key(says = "The start page of the public site") Optional<String> website) {}
