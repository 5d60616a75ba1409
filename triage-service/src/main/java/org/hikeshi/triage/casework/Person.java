package org.hikeshi.triage.casework;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.triage.facts.CaseFacts;

/** Who acts: a staff id and the roles held. */
public record Person(StaffId id, Set<String> roles) {
    private static final String AUDITOR = "auditor";
    private static final Set<String> ACT_ON_ALL = Set.of("security-office", "ciso");

    public Person {
        roles = Set.copyOf(roles);
    }

    public static Person of(SecurityIdentity identity) {
        return new Person(new StaffId(identity.getPrincipal().getName()), identity.getRoles());
    }

    /**
     * Need to know (design §2): office, CISO and auditor see all cases, others those they are on or
     * on which they stand in for somebody, or to which they took emergency access that has not
     * ended.
     */
    public boolean sees(CaseFacts facts, Instant now) {
        return seesAll()
                || mayActOn(facts, now)
                || facts.all(GlassBroken.class)
                        .anyMatch(taken -> taken.by().equals(id) && now.isBefore(taken.until()));
    }

    /**
     * Emergency access is sight, not rights: who acts is on the team, stands in for somebody of it
     * who is away at that moment, or is of those who act on every case. The auditor is not: of an
     * auditor who has other roles as well, these count where the team has them.
     */
    public boolean mayActOn(CaseFacts facts, Instant now) {
        return actsOnAll()
                || facts.team()
                        .filter(
                                team ->
                                        isOn(team)
                                                || team.standsIn(id.value(), roles, now)
                                                        .isPresent())
                        .isPresent();
    }

    /**
     * The roles in which they act on a case. Who is there only because they stand in: those of
     * their own that an absent one has on the team. Who sees it as an auditor alone: that role.
     * Anybody else: all; whether they act at all is asked for itself.
     */
    public Set<String> rolesOn(CaseFacts facts, Instant now) {
        if (actsOnAll() || facts.team().filter(this::isOn).isPresent()) {
            return roles;
        }
        return facts.team()
                .map(team -> team.lent(id.value(), roles, now))
                .filter(lent -> !lent.isEmpty())
                .orElse(roles.contains(AUDITOR) ? Set.of(AUDITOR) : roles);
    }

    private boolean isOn(TeamChanged team) {
        return team.rolesOf(id).findAny().isPresent();
    }

    /** Whether they read every case. */
    public boolean seesAll() {
        return actsOnAll() || roles.contains(AUDITOR);
    }

    public boolean actsOnAll() {
        return roles.stream().anyMatch(ACT_ON_ALL::contains);
    }

    /** The roles as rows of a team write them: {@code SECURITY_OFFICE}. */
    public List<String> writtenRoles() {
        return roles.stream().map(role -> role.toUpperCase(Locale.ROOT).replace('-', '_')).toList();
    }
}
