package org.hikeshi.policy;

import java.time.LocalDate;
import java.util.Map;

/** One entry of the public change list. */
public record Change(
        @Key(says = "The version that brought it") VersionNumber version,
        @Key(says = "When it took effect") LocalDate effective,
        @Key(says = "What changed, per language") Map<Language, String> what) {}
