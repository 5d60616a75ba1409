package org.hikeshi.casefile;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Set;

/**
 * Which cases somebody sees, for a list: they are selected before any limit counts, so that cases
 * of others push nothing out. The rule is that of {@link CaseAccess} for reading.
 *
 * @param all every case; the rest does not count then
 * @param staff who asks
 * @param roles of theirs, as rows of a team write them
 */
public record SeenCases(boolean all, String staff, List<String> roles) {
    /**
     * The ids of the cases, in SQL. Two parameters: {@link #staff}, and {@link #roles} as an array
     * of text.
     */
    public static final String IDS =
            "SELECT case_id FROM case_reader WHERE staff = ? AND (role IS NULL OR role = ANY (?))";

    public SeenCases {
        roles = List.copyOf(roles);
    }

    /** What this signed-in person sees. */
    public static SeenCases of(SecurityIdentity who) {
        return among(CaseAccess.READ_ALL, who);
    }

    /** On what this signed-in person acts, as far as that is every case. */
    public static SeenCases acting(SecurityIdentity who) {
        return among(CaseAccess.ACT_ON_ALL, who);
    }

    private static SeenCases among(Set<String> all, SecurityIdentity who) {
        return new SeenCases(
                who.getRoles().stream().anyMatch(all::contains),
                who.getPrincipal().getName(),
                List.of(CaseAccess.roles(who)));
    }
}
