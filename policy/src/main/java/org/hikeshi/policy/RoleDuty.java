package org.hikeshi.policy;

import java.util.Map;

/** What people call a role here, and what it answers for (E2-duties). */
public record RoleDuty(
        @Key(says = "One of the roles Hikeshi knows") Role role,
        @Key(says = "What this company calls it, per language") Map<Language, String> name,
        @Key(says = "What it answers for, per language") Map<Language, String> duties) {}
