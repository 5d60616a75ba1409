package org.hikeshi.disclosure.desk;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.disclosure.advisory.Duties;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.policy.Role;

/** From who signed in to who asks. */
@ApplicationScoped
class People {
    private final CaseAccess access;
    private final SecurityIdentity identity;

    People(CaseAccess access, SecurityIdentity identity) {
        this.access = access;
        this.identity = identity;
    }

    /** The person of the running request. */
    Person present() {
        return new Person(
                identity.getPrincipal().getName(),
                known(identity.getRoles()),
                caseId -> access.maySee(caseId, identity),
                caseId -> access.standsInFor(caseId, identity),
                caseId -> known(access.rolesOn(caseId, identity)));
    }

    private static Set<Role> known(Set<String> held) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (held.contains(Duties.written(role))) {
                roles.add(role);
            }
        }
        return roles;
    }
}
