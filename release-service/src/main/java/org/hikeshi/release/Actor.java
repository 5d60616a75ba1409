package org.hikeshi.release;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Locale;
import java.util.Set;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.events.CaseId;
import org.hikeshi.policy.Role;

/**
 * Who acts.
 *
 * @param staff opaque id
 * @param roles as the design names them
 */
public record Actor(String staff, Set<String> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor of(SecurityIdentity identity) {
        return new Actor(identity.getPrincipal().getName(), identity.getRoles());
    }

    /** Who acts on a case: in all their roles, or as a deputy in those that they stand in with. */
    public static Actor on(CaseId caseId, CaseAccess access, SecurityIdentity identity) {
        return new Actor(identity.getPrincipal().getName(), access.rolesOn(caseId, identity));
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isOneOf(Set<String> any) {
        return roles.stream().anyMatch(any::contains);
    }

    /** A role as it is called in accounts and in the API: {@code it-operations}. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
