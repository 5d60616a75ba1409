package org.hikeshi.triage.casework;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.Set;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.StaffId;
import org.hikeshi.triage.facts.CaseFacts;

/** Who acts: a staff id and the roles held. */
public record Person(StaffId id, Set<String> roles) {
    private static final Set<String> SEE_ALL = Set.of("security-office", "ciso", "auditor");

    public Person {
        roles = Set.copyOf(roles);
    }

    public static Person of(SecurityIdentity identity) {
        return new Person(new StaffId(identity.getPrincipal().getName()), identity.getRoles());
    }

    /**
     * Need to know (design §2): office, CISO and auditor see all cases, others those they are on,
     * or to which they took emergency access that has not ended.
     */
    public boolean sees(CaseFacts facts, Instant now) {
        return mayActOn(facts)
                || facts.all(GlassBroken.class)
                        .anyMatch(taken -> taken.by().equals(id) && now.isBefore(taken.until()));
    }

    /** Emergency access is sight, not rights: who acts is on the team, or sees every case. */
    public boolean mayActOn(CaseFacts facts) {
        return seesAll()
                || facts.team().stream()
                        .flatMap(team -> team.members().stream())
                        .anyMatch(member -> member.staff().equals(id));
    }

    public boolean seesAll() {
        return roles.stream().anyMatch(SEE_ALL::contains);
    }
}
